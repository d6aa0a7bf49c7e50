"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { declareFundBond } from "@/lib/domains/fund/actions";
import { boundFundSchema } from "@/lib/domains/fund/schema";

/** Whoever is bound to the company says so and why. */
export function ConflictDialog({ applicationId, company }: { applicationId: string; company: string }) {
	const t = useTranslations("fund");
	const { open, setOpen, finish } = useClosingDialog(t("conflict.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="ghost" size="sm">
					{t("conflict.open")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={<span className="wrap-anywhere">{t("conflict.title", { company })}</span>}
				description={t("conflict.description")}
			>
				<ConflictForm applicationId={applicationId} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function ConflictForm({ applicationId, onDone }: { applicationId: string; onDone: () => void }) {
	const t = useTranslations("fund");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: boundFundSchema,
		defaults: { applicationId, reason: "" },
		action: declareFundBond,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && <Banner tone="danger">{formError}</Banner>}
			<Field label={t("conflict.reason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<DialogActions>
				<Button type="submit" variant="danger" pending={pending}>
					{t("conflict.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
