"use client";

import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { isFourEyesTrack, isNearLine } from "@/lib/domains/admission/rules/four-eyes";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ReviewStage } from "@/lib/domains/admission/types";
import { formatScore } from "@/lib/platform/format";
import { scoreOf } from "./decision-form";
import { useDesk } from "./desk-context";

export type StageNoteProps = { stage: ReviewStage; tracks: readonly string[]; policy: AdmissionPolicy };

/** Says whose opinion this is and what it will lead to, before it is given. */
export function StageNote({ stage, tracks, policy }: StageNoteProps) {
	const t = useTranslations("review");
	const { state } = useDesk();
	if (stage === "LEAD") {
		return (
			<Banner tone="warning" title={t("stage.leadTitle")}>
				{t("stage.lead")}
			</Banner>
		);
	}
	if (stage === "SECOND") {
		return (
			<Banner tone="info" title={t("stage.SECOND")}>
				{t("stage.second")}
			</Banner>
		);
	}
	const composite = scoreOf(state, policy)?.compositeBps;
	const isTrack = isFourEyesTrack(policy, tracks);
	if (!isTrack && (composite === undefined || !isNearLine(policy, tracks, composite))) return null;
	const margin = formatScore(policy.fourEyes.marginBps / 100).replace(/\.0$/, "");
	return (
		<Banner
			tone="info"
			role="status"
			title={isTrack ? t("stage.sealedTitle") : t("stage.nearTitle", { margin })}
		>
			{t("stage.first")}
		</Banner>
	);
}
