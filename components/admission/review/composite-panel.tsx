"use client";

import { useTranslations } from "use-intl";
import { ScoreMeter } from "@/components/admission/score-meter";
import { scoreLines } from "@/lib/domains/admission/rules/score-lines";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { forceCodes } from "@/lib/domains/forces/constants";
import { type DecisionState, scoreOf } from "./decision-form";

/** The composite as one scores, against the lines. */
export function CompositePanel({ state, policy }: { state: DecisionState; policy: AdmissionPolicy }) {
	const t = useTranslations("admission");
	const score = scoreOf(state, policy);
	const lines = scoreLines(policy);
	const open = forceCodes.filter((force) => state.scores[force] === undefined).length;
	return (
		<div aria-live="polite" className="rounded-lg bg-sunken p-4">
			<div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
				<ScoreMeter
					label={t("review.composite")}
					valueBps={score?.compositeBps ?? null}
					lineBps={lines.compositeBps}
					verdict
				/>
				<ScoreMeter
					label={t("review.lowest")}
					valueBps={score?.lowestForceBps ?? null}
					lineBps={lines.floorBps}
					verdict
				/>
			</div>
			{open > 0 && (
				<p className="mt-1 text-ink-faint text-xs">{t("review.compositeWaiting", { count: open })}</p>
			)}
		</div>
	);
}
