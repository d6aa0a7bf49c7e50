"use client";

import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { holdTrustGuarantee } from "@/lib/domains/trust/actions/card";
import { policyKindOf } from "@/lib/domains/trust/constants/policies";
import { optInSchema } from "@/lib/domains/trust/schema/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import { routes } from "@/lib/platform/routes/routes";
import { CeilingFields, type CeilingLimits } from "./ceiling-fields";

type Props = {
	shopId: number;
	guarantee: Guarantee;
	termsVersion: number;
	/** Whether it is held already and only newer terms are agreed to. */
	isConfirming: boolean;
	/** Of the refund without return alone. */
	ceilings: { limits: CeilingLimits; order: string; buyer: string } | null;
};

/** Takes a guarantee on, or agrees to its newer terms, with the version that is on the screen. */
export function HoldGuarantee(props: Props) {
	const t = useTranslations("trustcard");
	const rules = useTranslations("trustrules");
	const { isConfirming, guarantee } = props;
	const { open, setOpen, finish } = useClosingDialog(t(isConfirming ? "optIn.confirmDone" : "optIn.done"));
	const name = rules(`guarantee.${guarantee}`);
	const label = t(isConfirming ? "optIn.confirm" : "optIn.open");
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" aria-label={`${label} ${name}`}>
					{label}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={isConfirming ? t("optIn.confirm") : t("optIn.title", { name })}
				description={t("optIn.text")}
			>
				<HoldForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function HoldForm({
	shopId,
	guarantee,
	termsVersion,
	isConfirming,
	ceilings,
	onDone,
}: Props & { onDone: () => void }) {
	const t = useTranslations("trustcard");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: optInSchema,
		defaults: {
			...{ shopId, guarantee, termsVersion, consent: false as never },
			...(ceilings && { orderCeiling: ceilings.order, buyerCeiling: ceilings.buyer }),
		},
		action: holdTrustGuarantee,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<a
				href={routes.trustTerms(policyKindOf[guarantee])}
				target="_blank"
				rel="noreferrer"
				className="text-brand-ink text-sm underline underline-offset-4"
			>
				{t("termsLink")} · {t("terms", { version: termsVersion })}
			</a>
			{ceilings && (
				<CeilingFields
					limits={ceilings.limits}
					order={form.register("orderCeiling")}
					buyer={form.register("buyerCeiling")}
					errors={{ order: errorOf("orderCeiling"), buyer: errorOf("buyerCeiling") }}
				/>
			)}
			<div>
				<Checkbox
					label={t("optIn.consent", { version: termsVersion })}
					checked={form.watch("consent") === true}
					aria-describedby="consent-error"
					onCheckedChange={(checked) =>
						form.setValue("consent", (checked === true) as true, {
							shouldValidate: form.formState.isSubmitted,
						})
					}
				/>
				<FieldError id="consent-error">{errorOf("consent")}</FieldError>
			</div>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t(isConfirming ? "optIn.confirm" : "optIn.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
