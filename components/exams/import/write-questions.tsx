"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
	discardExamQuestions,
	importExamQuestions,
} from "@/lib/domains/certification/actions/question-imports";
import { routes } from "@/lib/platform/routes/routes";

type File = { importId: string; revision: number };

/** Writes what the dry run found right, as drafts or straight to review. */
export function WriteQuestions({ file, count }: { file: File; count: number }) {
	const t = useTranslations("questionimport.result");
	const act = useActionButton();
	const router = useRouter();
	const [submit, setSubmit] = useState(true);
	const [pending, startTransition] = useTransition();
	return (
		<div className="flex flex-wrap items-center justify-between gap-4 rounded-lg bg-sunken px-4 py-3">
			<Checkbox
				checked={submit}
				onCheckedChange={(checked) => setSubmit(checked === true)}
				label={t("submit")}
				hint={t("submitHint")}
			/>
			<Button
				pending={pending}
				onClick={() =>
					startTransition(async () => {
						await act(importExamQuestions({ ...file, submit }), t("imported", { count }));
						router.refresh();
					})
				}
			>
				{t("import", { count })}
			</Button>
		</div>
	);
}

export function DiscardQuestions({ file, name }: { file: File; name: string }) {
	const t = useTranslations("questionimport");
	const act = useActionButton();
	const router = useRouter();
	return (
		<ConfirmDialog
			trigger={<Button variant="danger-ghost">{t("discard")}</Button>}
			title={t("discardTitle", { name })}
			description={t("discardDescription")}
			confirmLabel={t("discard")}
			tone="danger"
			onConfirm={async () => {
				if (await act(discardExamQuestions(file), t("discarded"))) router.push(routes.ops.questionImports());
			}}
		/>
	);
}
