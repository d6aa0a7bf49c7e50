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
	const t = useTranslations("lifecycle");
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
					trigger={<Button variant="secondary">{t("discard")}</Button>}
					title={t("discardTitle")}
					description={[t("discardBody"), wasShown ? t("discardNotice") : ""].join(" ").trim()}
					label={t("discardReason")}
					submitLabel={t("discard")}
					tone="danger"
					done={t("discarded")}
					action={async (reason) => {
						const outcome = await discardEvaluation({ runId, reason });
						if (outcome.ok) router.refresh();
						return outcome;
					}}
				/>
			)}
			{notice && (
				<ConfirmDialog
					trigger={<Button>{t("openNotice")}</Button>}
					title={t("openTitle")}
					description={t("openBody", notice)}
					confirmLabel={t("openNotice")}
					onConfirm={() => act(openEvaluationNotice({ runId }), t("opened", { until: notice.until }))}
				/>
			)}
			{finalise && (
				<ConfirmDialog
					trigger={<Button>{t("finalise")}</Button>}
					title={t("finaliseTitle")}
					description={t("finaliseBody", finalise)}
					confirmLabel={t("finalise")}
					onConfirm={() => act(closeEvaluationNotice({ runId }), t("finalised"))}
				/>
			)}
		</div>
	);
}
