"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { moveExclusiveProduct } from "@/lib/domains/playbook/actions/exclusives";
import type { ExclusiveStage } from "@/lib/domains/playbook/constants/exclusives";
import { moveExclusiveSchema } from "@/lib/domains/playbook/schema/exclusives";
import type { Day } from "@/lib/platform/time";

type Props = {
	product: {
		id: string;
		name: string;
		stage: ExclusiveStage;
		version: number;
		productId: string | null;
		onSaleFrom: Day | null;
	};
	to: ExclusiveStage;
	today: Day;
};

export function MoveExclusive(props: Props) {
	const { product, to } = props;
	const t = useTranslations("exclusives.move");
	const dialog = useClosingDialog(t("done"));
	const isCorrection = product.stage === to;
	const isReturn = product.stage === "TRIAL" && to === "SAMPLE";
	const label = t(isCorrection ? "correct" : isReturn ? "back" : to);
	const hint = to === "ON_SALE" ? "onSaleHint" : product.stage === "ON_SALE" ? "endHint" : "plainHint";
	const isBack = to === "ENDED" || to === "IDEA" || isReturn;
	return (
		<Dialog open={dialog.open} onOpenChange={dialog.setOpen}>
			<DialogTrigger asChild>
				<Button
					size="sm"
					variant={isBack || isCorrection ? "ghost" : "secondary"}
					aria-label={`${label} · ${product.name}`}
				>
					{label}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("title", { name: product.name, stage: label })} description={t(hint)}>
				<MoveForm {...props} finish={dialog.finish} />
			</DialogContent>
		</Dialog>
	);
}

function MoveForm({ product, to, today, finish }: Props & { finish: () => void }) {
	const t = useTranslations("exclusives.move");
	const { id, version, productId, onSaleFrom, stage } = product;
	const isOnSale = to === "ON_SALE";
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: moveExclusiveSchema,
		defaults: { id, version, to, productId: productId ?? "", day: (isOnSale && onSaleFrom) || "" },
		action: moveExclusiveProduct,
		onDone: finish,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			{isOnSale && (
				<Field label={t("productId")} error={errorOf("productId")} required>
					<Input {...form.register("productId")} autoComplete="off" className="font-mono" />
				</Field>
			)}
			{(isOnSale || stage === "ON_SALE") && (
				<Field label={t(isOnSale ? "from" : "last")} error={errorOf("day")} required={isOnSale}>
					<Input {...form.register("day")} type="date" max={today} />
				</Field>
			)}
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
