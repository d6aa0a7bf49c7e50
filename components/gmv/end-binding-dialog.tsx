"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { RehearsedEffect } from "@/components/gmv/proposals/rehearsed-effect";
import { useRehearsal } from "@/components/gmv/proposals/use-rehearsal";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { endBinding } from "@/lib/domains/gmv/actions";
import { rehearseEnd } from "@/lib/domains/gmv/actions/proposals";
import { endBindingSchema } from "@/lib/domains/gmv/schema";

type EndBindingProps = {
	binding: { id: string; shopCode: string; fromDay: string };
	partnerName: string;
	today: string;
	/** May change the past, once its effect was looked at. */
	canCorrect: boolean;
};

export function EndBindingDialog(props: EndBindingProps) {
	const t = useTranslations("gmv.bind");
	const [open, setOpen] = useState(false);
	const shop = props.binding.shopCode;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="ghost" size="sm" aria-label={t("endTitle", { shop })}>
					{t("endSubmit")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={t("endTitle", { shop })}
				description={t("endDescription", { partner: props.partnerName })}
			>
				<EndBindingForm {...props} onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function EndBindingForm({ binding, today, canCorrect, onDone }: EndBindingProps & { onDone: () => void }) {
	const t = useTranslations("gmv.bind");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: endBindingSchema,
		defaults: { bindingId: binding.id, toDay: today, reason: "" },
		action: endBinding,
		onDone: () => {
			toast.success(t("endDone", { shop: binding.shopCode }));
			onDone();
		},
	});
	const toDay = form.watch("toDay");
	const isPast = toDay < today;
	const rehearsal = useRehearsal(rehearseEnd);
	const look = () => rehearsal.look(toDay, { bindingId: binding.id, toDay, reason: "" });
	const mustLook = isPast && canCorrect;
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("toDay")} error={errorOf("toDay")} required>
				<Input {...form.register("toDay")} type="date" />
			</Field>
			{isPast && (
				<Field label={t("reason")} hint={t("fromHint")} error={errorOf("reason")} required>
					<Textarea {...form.register("reason")} rows={2} />
				</Field>
			)}
			{mustLook && <RehearsedEffect rehearsal={rehearsal} asked={toDay} onLook={look} />}
			<DialogActions>
				<Button variant="secondary" onClick={onDone}>
					{tCommon("actions.cancel")}
				</Button>
				<Button
					type="submit"
					variant="danger"
					pending={pending}
					disabled={mustLook && !rehearsal.effectOf(toDay)}
				>
					{t("endSubmit")}
				</Button>
			</DialogActions>
		</form>
	);
}
