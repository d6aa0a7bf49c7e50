"use client";

import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { changeTrustCeilings } from "@/lib/domains/trust/actions/card";
import { changeCeilingsSchema } from "@/lib/domains/trust/schema/card";
import { CeilingFields, type CeilingLimits } from "./ceiling-fields";

type Props = { shopId: number; limits: CeilingLimits; order: string; buyer: string };

export function ChangeCeilings(props: Props) {
	const t = useTranslations("trustcard");
	const { open, setOpen, finish } = useClosingDialog(t("ceiling.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant="secondary">
					{t("ceiling.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("ceiling.open")}>
				<CeilingsForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function CeilingsForm({ shopId, limits, order, buyer, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("trustcard");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: changeCeilingsSchema,
		defaults: {
			...{ shopId, guarantee: "REFUND_WITHOUT_RETURN" as const, orderCeiling: order, buyerCeiling: buyer },
		},
		action: changeTrustCeilings,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<CeilingFields
				limits={limits}
				order={form.register("orderCeiling")}
				buyer={form.register("buyerCeiling")}
				errors={{ order: errorOf("orderCeiling"), buyer: errorOf("buyerCeiling") }}
			/>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("ceiling.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
