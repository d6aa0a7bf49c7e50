"use client";

import { useFieldArray } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { planFundTranches } from "@/lib/domains/fund/actions";
import { MAX_TRANCHES, planTranchesSchema } from "@/lib/domains/fund/schema";
import type { FundTranche } from "@/lib/domains/fund/types";
import { formatFen } from "@/lib/platform/format";
import { fenToDecimal, parseFen } from "@/lib/platform/money";

type Props = {
	applicationId: string;
	/** What is planned and not paid. */
	tranches: readonly FundTranche[];
	/** What of the commitment is not paid yet. */
	left: bigint;
};

/** A lead plans the payments of a commitment: how much, when, and under which condition. */
export function PlanDialog(props: Props) {
	const t = useTranslations("fund.tranches");
	const { open, setOpen, finish } = useClosingDialog(t("saved"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant="secondary">
					{t(props.tranches.length > 0 ? "edit" : "make")}
				</Button>
			</DialogTrigger>
			<DialogContent size="lg" title={t("title")} description={t("left", { amount: formatFen(props.left) })}>
				<PlanForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

const empty = { amount: "", dueOn: "", condition: "" };

function PlanForm({ applicationId, tranches, left, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("fund.tranches");
	const typed = tranches.map(({ amount, dueOn, condition }) => ({
		...{ amount: fenToDecimal(amount), dueOn, condition },
	}));
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: planTranchesSchema,
		defaults: {
			applicationId,
			seen: tranches.map(({ id }) => id).join(),
			tranches: typed.length > 0 ? typed : [{ ...empty, amount: fenToDecimal(left) }],
		},
		action: planFundTranches,
		onDone,
	});
	const { fields, append, remove } = useFieldArray({ control: form.control, name: "tranches" });
	const amounts = (form.watch("tranches") ?? []).map(({ amount }) => parseFen(amount ?? ""));
	const sum = amounts.reduce((total, one) => total + (one.ok ? one.fen : 0n), 0n);
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			{fields.map((field, index) => (
				<fieldset key={field.id} className="rounded-lg border p-3">
					<legend className="px-1 font-medium text-ink text-sm">{t("nth", { n: index + 1 })}</legend>
					<div className="grid gap-3 sm:grid-cols-2">
						<Field label={t("amount")} error={errorOf(`tranches.${index}.amount`)} required>
							<Input {...form.register(`tranches.${index}.amount`)} inputMode="decimal" autoComplete="off" />
						</Field>
						<Field label={t("due")} error={errorOf(`tranches.${index}.dueOn`)} required>
							<Input {...form.register(`tranches.${index}.dueOn`)} type="date" />
						</Field>
						<Field
							label={t("condition")}
							error={errorOf(`tranches.${index}.condition`)}
							className="sm:col-span-2"
							required
						>
							<Input {...form.register(`tranches.${index}.condition`)} maxLength={200} />
						</Field>
					</div>
					<div className="mt-2 text-right">
						<Button size="sm" variant="ghost" onClick={() => remove(index)}>
							{t("remove", { n: index + 1 })}
						</Button>
					</div>
				</fieldset>
			))}
			<div className="flex flex-wrap items-center justify-between gap-2">
				<Button
					size="sm"
					variant="secondary"
					disabled={fields.length >= MAX_TRANCHES}
					onClick={() => append(empty)}
				>
					{t("add")}
				</Button>
				<span className={sum > left ? "text-danger-ink text-sm" : "text-ink-soft text-sm"}>
					{t("sum", { amount: formatFen(sum) })}
				</span>
			</div>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("save")}
				</Button>
			</DialogActions>
		</form>
	);
}
