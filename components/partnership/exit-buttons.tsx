"use client";

import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { takeBackLeave, withdrawExitNotice } from "@/lib/domains/partnership/actions/exit";
import { endProbation } from "@/lib/domains/partnership/actions/standing";

type Target = { caseId: string; version: number };

export function WithdrawNoticeButton({ target }: { target: Target }) {
	const t = useTranslations("partnership");
	return (
		<ReasonDialog
			trigger={<Button variant="secondary">{t("withdraw.open")}</Button>}
			title={t("withdraw.title")}
			description={t("withdraw.description")}
			label={t("withdraw.reason")}
			submitLabel={t("withdraw.submit")}
			done={t("withdraw.done")}
			action={(reason) => withdrawExitNotice({ ...target, reason })}
		/>
	);
}

export function TakeBackButton({ target }: { target: Target }) {
	const t = useTranslations("partnership");
	const run = useActionButton();
	return (
		<ConfirmDialog
			trigger={<Button variant="secondary">{t("takeBack.open")}</Button>}
			title={t("takeBack.title")}
			description={t("takeBack.description")}
			confirmLabel={t("takeBack.submit")}
			onConfirm={async () => {
				await run(takeBackLeave(target), t("takeBack.done"));
			}}
		/>
	);
}

export function CloseProbationButtons({
	probation,
	company,
}: {
	probation: { id: string; version: number };
	company: string;
}) {
	const t = useTranslations("partnership");
	const target = { probationId: probation.id, version: probation.version };
	return (
		<div className="flex flex-wrap gap-2">
			<ReasonDialog
				trigger={
					<Button size="sm" variant="soft">
						{t("close.recover")}
					</Button>
				}
				title={t("close.recoverTitle", { company })}
				description={t("close.recoverText")}
				label={t("close.note")}
				submitLabel={t("close.recover")}
				done={t("close.recoverDone")}
				action={(note) => endProbation({ ...target, outcome: "RECOVERED", note })}
			/>
			<ReasonDialog
				trigger={
					<Button size="sm" variant="danger-ghost">
						{t("close.fail")}
					</Button>
				}
				title={t("close.failTitle", { company })}
				description={t("close.failText")}
				label={t("close.note")}
				submitLabel={t("close.fail")}
				tone="danger"
				done={t("close.failDone")}
				action={(note) => endProbation({ ...target, outcome: "FAILED", note })}
			/>
		</div>
	);
}
