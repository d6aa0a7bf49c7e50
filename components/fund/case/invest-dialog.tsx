"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { AmountField } from "@/components/pools/amount-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { investInFundCase } from "@/lib/domains/fund/actions";
import { investFundSchema } from "@/lib/domains/fund/schema";
import { fenToDecimal } from "@/lib/platform/money";

type Props = {
	application: { id: string; version: number; partnerName: string; askedFen: bigint };
	/** The most that can be committed: what was asked for, or what the fund still has. */
	limit: bigint;
};

/** A lead puts on record that the committee invests. */
export function InvestDialog(props: Props) {
	const t = useTranslations("fund");
	const { open, setOpen, finish } = useClosingDialog(t("invest.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm">{t("invest.open")}</Button>
			</DialogTrigger>
			<DialogContent
				title={
					<span className="wrap-anywhere">
						{t("invest.title", { company: props.application.partnerName })}
					</span>
				}
				description={t("invest.description")}
			>
				<InvestForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function InvestForm({ application, limit, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("fund");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: investFundSchema,
		defaults: {
			applicationId: application.id,
			version: application.version,
			committed: fenToDecimal(application.askedFen),
			reason: "",
		},
		action: investInFundCase,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<AmountField
				unit="FEN"
				typed={form.watch("committed")}
				limit={limit}
				error={errorOf("committed")}
				register={form.register("committed")}
			/>
			<Field label={t("invest.reason")} hint={t("invest.reasonHint")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={4} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("invest.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
