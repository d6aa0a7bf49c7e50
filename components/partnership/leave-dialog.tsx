"use client";

import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { askToLeave } from "@/lib/domains/partnership/actions/exit";
import { leaveSchema } from "@/lib/domains/partnership/schema/exit";

export function LeaveDialog({ today, wish }: { today: string; wish: string }) {
	const t = useTranslations("partnership");
	const { open, setOpen, finish } = useClosingDialog(t("leave.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary">{t("leave.open")}</Button>
			</DialogTrigger>
			<DialogContent title={t("leave.title")} description={t("leave.description")}>
				<LeaveForm today={today} wish={wish} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

type FormProps = { today: string; wish: string; onDone: () => void; onCancel: () => void };

function LeaveForm({ today, wish, onDone, onCancel }: FormProps) {
	const t = useTranslations("partnership");
	const tCommon = useTranslations("common");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: leaveSchema,
		defaults: { wishedOn: wish, reason: "" },
		action: askToLeave,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field label={t("leave.wishedOn")} hint={t("leave.wishedHint")} error={errorOf("wishedOn")} required>
				<Input {...form.register("wishedOn")} type="date" min={today} />
			</Field>
			<Field label={t("leave.reason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<Banner tone="warning">{t("leave.follows")}</Banner>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" variant="danger" pending={pending}>
					{t("leave.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
