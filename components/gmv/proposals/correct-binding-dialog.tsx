"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { correctBinding, rehearseCorrection } from "@/lib/domains/gmv/actions/proposals";
import { correctBindingSchema } from "@/lib/domains/gmv/schema/proposals";
import { EffectTable } from "./effect-table";
import { useRehearsal } from "./use-rehearsal";

type CorrectBindingProps = {
	binding: { id: string; fromDay: string; toDay: string | null };
	shopCode: string;
	partnerName: string;
};

export function CorrectBindingDialog(props: CorrectBindingProps) {
	const t = useTranslations("gmv.correct");
	const [open, setOpen] = useState(false);
	const title = t("title", { shop: props.shopCode });
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="ghost" size="sm" aria-label={`${title} ${props.partnerName}`}>
					{t("action")}
				</Button>
			</DialogTrigger>
			<DialogContent size="lg" title={title} description={t("description", { partner: props.partnerName })}>
				<CorrectBindingForm {...props} onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function CorrectBindingForm({ binding, shopCode, onDone }: CorrectBindingProps & { onDone: () => void }) {
	const t = useTranslations("gmv.correct");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: correctBindingSchema,
		defaults: { bindingId: binding.id, fromDay: binding.fromDay, toDay: binding.toDay ?? "", reason: "" },
		action: correctBinding,
		onDone: () => {
			toast.success(t("done", { shop: shopCode }));
			onDone();
		},
	});
	const rehearsal = useRehearsal(rehearseCorrection);
	const [fromDay, toDay] = [form.watch("fromDay"), form.watch("toDay") ?? ""];
	const asked = `${fromDay}/${toDay}`;
	const effect = rehearsal.effectOf(asked);
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{(formError ?? rehearsal.problem) && (
				<Banner tone="danger" role="alert">
					{formError ?? rehearsal.problem}
				</Banner>
			)}
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("fromDay")} error={errorOf("fromDay")} required>
					<Input {...form.register("fromDay")} type="date" />
				</Field>
				<Field label={t("toDay")} hint={t("toHint")} error={errorOf("toDay")}>
					<Input {...form.register("toDay")} type="date" />
				</Field>
			</div>
			<Field label={t("reason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={2} />
			</Field>
			<div aria-live="polite">
				{effect ? (
					<EffectTable effect={effect} />
				) : (
					<p className="text-ink-faint text-xs">{t(rehearsal.wasSeen ? "stale" : "previewFirst")}</p>
				)}
			</div>
			<DialogActions>
				<Button
					variant={effect ? "secondary" : "primary"}
					pending={rehearsal.pending}
					onClick={() => rehearsal.look(asked, { bindingId: binding.id, fromDay, toDay, reason: "" })}
				>
					{t("preview")}
				</Button>
				<Button variant="secondary" onClick={onDone}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" variant="danger" pending={pending} disabled={!effect}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
