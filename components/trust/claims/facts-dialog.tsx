"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { reviseClaimFacts } from "@/lib/domains/trust/actions/claims";
import { reviseFactsSchema } from "@/lib/domains/trust/schema/claims";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import { FactFields, type TypedFacts } from "./fact-fields";

type Props = {
	claimId: string;
	version: number;
	guarantee: Guarantee;
	facts: TypedFacts;
	regions: readonly { value: string; label: string }[];
};

/** What operations have found out; saved, the claim is screened again. */
export function FactsDialog(props: Props) {
	const t = useTranslations("trustclaims");
	const { open, setOpen, finish } = useClosingDialog(t("facts.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary" size="sm">
					{t("facts.edit")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("facts.title")} description={t("facts.hint")}>
				<FactsForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function FactsForm({ claimId, version, guarantee, facts, regions, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("trustclaims");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: reviseFactsSchema,
		defaults: { claimId, version, facts: facts as never, note: "" },
		action: reviseClaimFacts,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<FactFields guarantee={guarantee} form={form} errorOf={errorOf} regions={regions} />
			<Field label={t("facts.note")} hint={t("facts.noteHint")} error={errorOf("note")} required>
				<Textarea {...form.register("note")} rows={2} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("facts.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
