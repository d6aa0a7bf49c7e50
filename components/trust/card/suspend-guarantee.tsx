"use client";

import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { suspendTrustGuarantee } from "@/lib/domains/trust/actions/card";
import { suspensionReasons } from "@/lib/domains/trust/constants/card";
import { suspendSchema } from "@/lib/domains/trust/schema/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";

type Props = { shopId: number; guarantee: Guarantee };

/** Keeps a guarantee off the card, with a reason the shop reads. */
export function SuspendGuarantee(props: Props) {
	const t = useTranslations("trustcard");
	const rules = useTranslations("trustrules");
	const { open, setOpen, finish } = useClosingDialog(t("ops.suspendDone"));
	const name = rules(`guarantee.${props.guarantee}`);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant="secondary" aria-label={`${t("ops.suspend")} ${name}`}>
					{t("ops.suspend")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("ops.suspendTitle", { name })} description={t("ops.suspendText")}>
				<SuspendForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function SuspendForm({ shopId, guarantee, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("trustcard");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: suspendSchema,
		defaults: { shopId, guarantee, reasonCode: "" as never, note: "" },
		action: suspendTrustGuarantee,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field label={t("ops.reasonLabel")} error={errorOf("reasonCode")} required>
				<NativeSelect
					{...form.register("reasonCode")}
					emptyLabel="–"
					options={suspensionReasons.map((value) => ({ value, label: t(`suspension.reason.${value}`) }))}
				/>
			</Field>
			<Field label={t("ops.note")} hint={t("ops.noteHint")} error={errorOf("note")} required>
				<Textarea {...form.register("note")} rows={3} />
			</Field>
			<DialogActions>
				<Button type="submit" variant="danger" pending={pending}>
					{t("ops.suspend")}
				</Button>
			</DialogActions>
		</form>
	);
}
