"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { withdrawFundApplication } from "@/lib/domains/fund/actions";
import { withdrawFundSchema } from "@/lib/domains/fund/schema";

type Props = { application: { id: string; version: number; number: string } };

export function WithdrawDialog({ application }: Props) {
	const t = useTranslations("fund");
	const { open, setOpen, finish } = useClosingDialog(t("withdraw.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="danger-ghost" size="sm">
					{t("withdraw.open")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={t("withdraw.title", { number: application.number })}
				description={t("withdraw.description")}
			>
				<WithdrawForm application={application} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function WithdrawForm({ application, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("fund");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: withdrawFundSchema,
		defaults: { applicationId: application.id, version: application.version, reason: "" },
		action: withdrawFundApplication,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && <Banner tone="danger">{formError}</Banner>}
			<Field label={t("withdraw.reason")} error={errorOf("reason")}>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<DialogActions>
				<Button type="submit" variant="danger" pending={pending}>
					{t("withdraw.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
