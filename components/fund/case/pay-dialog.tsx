"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { payFundTranche } from "@/lib/domains/fund/actions";
import { payTrancheSchema } from "@/lib/domains/fund/schema";

type Props = {
	trancheId: string;
	/** As they are shown. */
	amount: string;
	day: string;
	condition: string;
	today: string;
};

/** A lead pays a planned tranche. */
export function PayDialog(props: Props) {
	const t = useTranslations("fund.tranches");
	const { open, setOpen, finish } = useClosingDialog(t("payDone"));
	const { amount, day, condition } = props;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant="secondary" aria-label={t("payFor", { day })}>
					{t("pay")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("payTitle", { amount })} description={condition}>
				<PayForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function PayForm({ trancheId, today, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("fund.tranches");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: payTrancheSchema,
		defaults: { trancheId, paidOn: "" },
		action: payFundTranche,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<p className="text-ink-soft text-sm">{t("payHint")}</p>
			<Field label={t("paidOn")} hint={t("paidOnHint")} error={errorOf("paidOn")}>
				<Input {...form.register("paidOn")} type="date" max={today} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("pay")}
				</Button>
			</DialogActions>
		</form>
	);
}
