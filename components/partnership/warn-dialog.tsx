"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { warnPartner } from "@/lib/domains/partnership/actions/standing";
import { openProbationSchema } from "@/lib/domains/partnership/schema/probation";

type Props = {
	partner: { id: string; name: string };
	deadline: string;
	reason?: string;
	size?: "sm" | "md";
};

export function WarnDialog(props: Props) {
	const t = useTranslations("partnership");
	const { open, setOpen, finish } = useClosingDialog(t("warn.done", { company: props.partner.name }));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary" size={props.size ?? "md"}>
					{t("warn.open")}
				</Button>
			</DialogTrigger>
			<DialogContent
				size="lg"
				title={t("warn.title", { company: props.partner.name })}
				description={t("warn.description")}
			>
				<WarnForm {...props} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function WarnForm({
	partner,
	deadline,
	reason = "",
	onDone,
	onCancel,
}: Props & { onDone: () => void; onCancel: () => void }) {
	const t = useTranslations("partnership");
	const tCommon = useTranslations("common");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: openProbationSchema,
		defaults: { partnerId: partner.id, reason, deadline, items: [{ text: "", dueOn: deadline }] },
		action: warnPartner,
		onDone,
	});
	const items = useFieldArray({ control: form.control, name: "items" });
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-5">
			<FormError refusal={refusal} />
			<Field label={t("warn.reason")} hint={t("warn.reasonHint")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<Field label={t("probation.deadline")} error={errorOf("deadline")} required className="sm:max-w-56">
				<Input {...form.register("deadline")} type="date" />
			</Field>
			<FieldGroup legend={t("warn.plan")} required>
				<ol className="space-y-3">
					{items.fields.map((field, index) => (
						<li
							key={field.id}
							className="grid items-start gap-3 rounded-lg border p-3 sm:grid-cols-[1fr_11rem_auto]"
						>
							<Field label={t("warn.item", { n: index + 1 })} error={errorOf(`items.${index}.text`)} required>
								<Input {...form.register(`items.${index}.text`)} />
							</Field>
							<Field label={t("warn.itemDue")} error={errorOf(`items.${index}.dueOn`)} required>
								<Input {...form.register(`items.${index}.dueOn`)} type="date" />
							</Field>
							<Button
								variant="ghost"
								size="icon"
								className="sm:mt-6"
								disabled={items.fields.length === 1}
								aria-label={t("warn.removeItem", { n: index + 1 })}
								onClick={() => items.remove(index)}
							>
								<X aria-hidden="true" />
							</Button>
						</li>
					))}
				</ol>
				<Button
					variant="ghost"
					size="sm"
					className="self-start"
					onClick={() => items.append({ text: "", dueOn: form.getValues("deadline") })}
				>
					<Plus aria-hidden="true" />
					{t("warn.addItem")}
				</Button>
			</FieldGroup>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("warn.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
