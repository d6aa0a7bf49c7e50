"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { answerTierOverride, withdrawTierOverride } from "@/lib/domains/tiers/actions/tier-overrides";
import { overrideReasonMax } from "@/lib/domains/tiers/schema/override";
import { routes } from "@/lib/platform/routes/routes";

export type AnswerOverrideProps = {
	overrideId: string;
	partner: { id: string; name: string };
	tier: number;
	/** Of the receipt on the page; null where it cannot be confirmed any more. */
	receiptHash: string | null;
};

/** The other lead's half: confirm what the page shows, or reject it with a reason. */
export function AnswerOverride({ overrideId, partner, tier, receiptHash }: AnswerOverrideProps) {
	const t = useTranslations("overrides");
	const router = useRouter();
	const run = useActionButton();
	const [note, setNote] = useState("");
	async function confirm() {
		if (!receiptHash) return;
		const answer = answerTierOverride({ overrideId, decision: "CONFIRMED", receiptHash });
		await run(answer, t("answer.confirmed"));
		const outcome = await answer;
		if (outcome.ok && outcome.amendedRunId)
			router.push(routes.ops.evaluationPartner(outcome.amendedRunId, partner.id));
		router.refresh();
	}
	async function reject() {
		await run(answerTierOverride({ overrideId, decision: "REJECTED", note }), t("answer.rejected"));
		router.refresh();
	}
	return (
		<div className="flex flex-wrap gap-2">
			{receiptHash && (
				<ConfirmDialog
					trigger={<Button size="sm">{t("answer.confirm")}</Button>}
					title={t("answer.confirmTitle", { partner: partner.name, tier })}
					description={t("answer.confirmText")}
					confirmLabel={t("answer.confirm")}
					onConfirm={confirm}
				/>
			)}
			<ConfirmDialog
				trigger={
					<Button size="sm" variant="secondary">
						{t("answer.reject")}
					</Button>
				}
				title={t("answer.rejectTitle")}
				description={t("answer.rejectText")}
				confirmLabel={t("answer.reject")}
				tone="danger"
				onConfirm={reject}
			>
				<Field label={t("answer.note")} required className="mt-4">
					<Textarea
						rows={3}
						maxLength={overrideReasonMax}
						value={note}
						onChange={(event) => setNote(event.target.value)}
					/>
				</Field>
			</ConfirmDialog>
		</div>
	);
}

/** The lead who proposed it takes it back. */
export function WithdrawOverride({ overrideId }: { overrideId: string }) {
	const t = useTranslations("overrides");
	const router = useRouter();
	const run = useActionButton();
	async function withdraw() {
		await run(withdrawTierOverride({ overrideId }), t("answer.withdrawn"));
		router.refresh();
	}
	return (
		<ConfirmDialog
			trigger={
				<Button size="sm" variant="secondary">
					{t("answer.withdraw")}
				</Button>
			}
			title={t("answer.withdrawTitle")}
			description={t("answer.withdrawText")}
			confirmLabel={t("answer.withdraw")}
			onConfirm={withdraw}
		/>
	);
}
