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
import { recordRefund } from "@/lib/domains/partnership/actions/exit";
import { refundDepositSchema } from "@/lib/domains/partnership/schema/refund";
import { formatFen } from "@/lib/platform/format";
import { parseFen } from "@/lib/platform/money";

type Props = {
	deposit: { id: string; version: number; amountFen: bigint };
	company: string;
	exitedOn: string;
	today: string;
	size?: "sm" | "md";
};

export function RefundDialog(props: Props) {
	const t = useTranslations("partnership");
	const { open, setOpen, finish } = useClosingDialog(t("refund.done"));
	const isDue = props.exitedOn <= props.today;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button
					size={props.size ?? "md"}
					variant="soft"
					disabled={!isDue}
					title={isDue ? undefined : t("refund.notYet")}
				>
					{t("refund.open")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={t("refund.title", { company: props.company })}
				description={t("refund.description", { amount: formatFen(props.deposit.amountFen) })}
			>
				<RefundForm {...props} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function RefundForm({
	deposit,
	exitedOn,
	today,
	onDone,
	onCancel,
}: Props & { onDone: () => void; onCancel: () => void }) {
	const t = useTranslations("partnership");
	const tCommon = useTranslations("common");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: refundDepositSchema,
		defaults: {
			depositId: deposit.id,
			version: deposit.version,
			deduction: "0",
			deductionReason: "",
			deductionRule: "",
			refundedOn: today,
			reference: "",
		},
		action: recordRefund,
		onDone,
	});
	const typed = parseFen(form.watch("deduction") ?? "");
	const deduction = typed.ok ? typed.fen : 0n;
	const refund = deposit.amountFen - deduction;
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field
				label={t("refund.deduction")}
				hint={t("refund.deductionHint")}
				error={errorOf("deduction")}
				required
			>
				<Input {...form.register("deduction")} inputMode="decimal" />
			</Field>
			{deduction > 0n && (
				<>
					<Field
						label={t("refund.rule")}
						hint={t("refund.ruleHint")}
						error={errorOf("deductionRule")}
						required
					>
						<Input {...form.register("deductionRule")} />
					</Field>
					<Field label={t("refund.reason")} error={errorOf("deductionReason")} required>
						<Textarea {...form.register("deductionReason")} rows={2} />
					</Field>
				</>
			)}
			{refund >= 0n && (
				<Banner tone="info">
					<span className="figure">{t("refund.result", { amount: formatFen(refund) })}</span>
				</Banner>
			)}
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("refund.day")} error={errorOf("refundedOn")} required>
					<Input {...form.register("refundedOn")} type="date" min={exitedOn} max={today} />
				</Field>
				<Field label={t("refund.reference")} error={errorOf("reference")} required>
					<Input {...form.register("reference")} />
				</Field>
			</div>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("refund.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
