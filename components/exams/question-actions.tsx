"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import {
	retireExamQuestion,
	reviewExamQuestion,
	submitExamQuestion,
} from "@/lib/domains/certification/actions/bank";

type Version = { versionId: string; revision: number };

export function SubmitQuestion({ version, disabled }: { version: Version; disabled: boolean }) {
	const t = useTranslations("examdesk.question");
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	return (
		<Button
			pending={pending}
			disabled={disabled}
			onClick={() =>
				startTransition(async () => void (await run(submitExamQuestion(version), t("submitted"))))
			}
		>
			{t("submit")}
		</Button>
	);
}

/** The second person's two answers. */
export function ReviewQuestion({ version }: { version: Version }) {
	const t = useTranslations("examdesk.question");
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	return (
		<div className="flex flex-wrap gap-2">
			<Button
				pending={pending}
				onClick={() =>
					startTransition(
						async () =>
							void (await run(
								reviewExamQuestion({ ...version, verdict: "APPROVED", note: "" }),
								t("approved"),
							)),
					)
				}
			>
				{t("approve")}
			</Button>
			<ReasonDialog
				trigger={<Button variant="secondary">{t("return")}</Button>}
				title={t("return")}
				description={t("returnHint")}
				label={t("returnNote")}
				submitLabel={t("return")}
				done={t("returned")}
				action={(note) => reviewExamQuestion({ ...version, verdict: "RETURNED", note })}
			/>
		</div>
	);
}

export function RetireQuestion({ questionId }: { questionId: string }) {
	const t = useTranslations("examdesk.question");
	return (
		<ReasonDialog
			trigger={<Button variant="secondary">{t("retire")}</Button>}
			title={t("retire")}
			description={t("retireHint")}
			label={t("retireReason")}
			submitLabel={t("retire")}
			tone="danger"
			done={t("retired")}
			action={(reason) => retireExamQuestion({ questionId, reason })}
		/>
	);
}
