"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { noteOnFundCase } from "@/lib/domains/fund/actions";
import { noteFundSchema } from "@/lib/domains/fund/schema";

export function NoteForm({ applicationId }: { applicationId: string }) {
	const t = useTranslations("fund");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: noteFundSchema,
		defaults: { applicationId, body: "" },
		action: noteOnFundCase,
		onDone: () => {
			form.reset();
			toast.success(t("notes.done"));
			router.refresh();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-3">
			{formError && <Banner tone="danger">{formError}</Banner>}
			<Field label={t("notes.label")} error={errorOf("body")}>
				<Textarea {...form.register("body")} rows={3} />
			</Field>
			<div className="flex justify-end">
				<Button type="submit" size="sm" variant="secondary" pending={pending}>
					{t("notes.submit")}
				</Button>
			</div>
		</form>
	);
}
