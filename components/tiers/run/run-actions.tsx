"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { closeEvaluationNotice, discardEvaluation, openEvaluationNotice } from "@/lib/domains/tiers/actions";
import type { Outcome } from "@/lib/platform/errors/errors";

type Props = {
	runId: string;
	/** What is told before it is done, already written out; absent where it cannot be done now. */
	notice?: { partners: string; until: string };
	finalise?: { partners: string };
	discard?: boolean;
	/** Whether partners have seen the draft. */
	wasShown?: boolean;
};

/** What a lead can do with a run that is not final. */
export function RunActions({ runId, notice, finalise, discard, wasShown }: Props) {
	const t = useTranslations("tiers");
	const router = useRouter();
	const tell = useActionButton();
	async function act(action: Promise<Outcome>, done: string): Promise<void> {
		await tell(action, done);
		router.refresh();
	}
	return (
		<div className="flex flex-wrap gap-2">
			{discard && (
				<ReasonDialog
					trigger={<Button variant="secondary">{t("lifecycle.discard")}</Button>}
					title={t("lifecycle.discardTitle")}
					description={[t("lifecycle.discardBody"), wasShown ? t("lifecycle.discardNotice") : ""]
						.join(" ")
						.trim()}
					label={t("lifecycle.discardReason")}
					submitLabel={t("lifecycle.discard")}
					tone="danger"
					done={t("lifecycle.discarded")}
					action={async (reason) => {
						const outcome = await discardEvaluation({ runId, reason });
						if (outcome.ok) router.refresh();
						return outcome;
					}}
				/>
			)}
			{notice && (
				<ConfirmDialog
					trigger={<Button>{t("lifecycle.openNotice")}</Button>}
					title={t("lifecycle.openTitle")}
					description={t("lifecycle.openBody", notice)}
					confirmLabel={t("lifecycle.openNotice")}
					onConfirm={() =>
						act(openEvaluationNotice({ runId }), t("lifecycle.opened", { until: notice.until }))
					}
				/>
			)}
			{finalise && (
				<ConfirmDialog
					trigger={<Button>{t("lifecycle.finalise")}</Button>}
					title={t("lifecycle.finaliseTitle")}
					description={t("lifecycle.finaliseBody", finalise)}
					confirmLabel={t("lifecycle.finalise")}
					onConfirm={() => act(closeEvaluationNotice({ runId }), t("lifecycle.finalised"))}
				/>
			)}
		</div>
	);
}
