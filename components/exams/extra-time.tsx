"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { grantExamExtraTime } from "@/lib/domains/certification/actions/windows";
import { grantExtraTimeSchema } from "@/lib/domains/certification/schema/windows";

type Props = { bookingId: string; name: string; percent: number; reason: string | null };

export function ExtraTime(props: Props) {
	const t = useTranslations("examdesk.extra");
	const [open, setOpen] = useState(false);
	const title = t("of", { name: props.name });
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="ghost" size="sm" aria-label={title}>
					{t("button")}
				</Button>
			</DialogTrigger>
			<DialogContent title={title} description={t("hint")}>
				<ExtraForm {...props} close={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function ExtraForm({ bookingId, percent, reason, close }: Props & { close: () => void }) {
	const t = useTranslations("examdesk.extra");
	const tCommon = useTranslations("common");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: grantExtraTimeSchema,
		defaults: { bookingId, percent: percent || 25, reason: reason ?? "" },
		action: grantExamExtraTime,
		onDone: () => {
			toast.success(t("done"));
			close();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field label={t("percent")} error={errorOf("percent")} required>
				<Input {...form.register("percent")} inputMode="numeric" autoComplete="off" />
			</Field>
			<Field label={t("reason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={close}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("save")}
				</Button>
			</DialogActions>
		</form>
	);
}
