"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { submitExamPractical } from "@/lib/domains/certification/actions/practical";
import { submitPracticalSchema } from "@/lib/domains/certification/schema/practical";

export function PracticalForm({ sittingId }: { sittingId: string }) {
	const t = useTranslations("sitting");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: submitPracticalSchema,
		defaults: { sittingId, link: "", note: "" },
		action: submitExamPractical,
		onDone: () => {
			toast.success(t("practical.done"));
			router.refresh();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="space-y-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("practical.link")} hint={t("practical.linkHint")} error={errorOf("link")}>
				<Input {...form.register("link")} type="url" autoComplete="off" />
			</Field>
			<Field label={t("practical.note")} error={errorOf("note")}>
				<Textarea {...form.register("note")} rows={3} />
			</Field>
			<div className="flex flex-wrap items-center gap-3">
				<Button type="submit" pending={pending}>
					{t("practical.submit")}
				</Button>
				<span className="text-ink-faint text-xs">{t("practical.confirm")}</span>
			</div>
		</form>
	);
}
