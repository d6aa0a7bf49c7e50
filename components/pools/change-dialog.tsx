"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { proposePoolChange } from "@/lib/domains/pools/actions";
import { proposeChangeSchema } from "@/lib/domains/pools/schema";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { AmountField } from "./amount-field";

type Props = { pool: { id: string; unit: PoolUnit; available: bigint }; isBlocked: boolean };

export function ChangeDialog({ pool, isBlocked }: Props) {
	const t = useTranslations("pools");
	const { open, setOpen, finish } = useClosingDialog(t("change.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary" disabled={isBlocked} title={isBlocked ? t("change.blocked") : undefined}>
					{t("change.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("change.title")} description={t("change.description")}>
				<ChangeForm pool={pool} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function ChangeForm({
	pool,
	onDone,
	onCancel,
}: Pick<Props, "pool"> & { onDone: () => void; onCancel: () => void }) {
	const t = useTranslations("pools");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: proposeChangeSchema,
		defaults: { poolId: pool.id, unit: pool.unit, kind: "RAISE" as const, amount: "", reason: "" },
		action: proposePoolChange,
		onDone,
	});
	const kind = form.watch("kind");
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<RadioGroup
				look="cards"
				aria-label={t("change.kind")}
				value={kind}
				onValueChange={(value) => form.setValue("kind", value === "CUT" ? "CUT" : "RAISE")}
				options={[
					{ value: "RAISE", label: t("change.raise"), hint: t("change.raiseHint") },
					{ value: "CUT", label: t("change.cut"), hint: t("change.cutHint") },
				]}
			/>
			<AmountField
				unit={pool.unit}
				typed={form.watch("amount")}
				limit={kind === "CUT" ? pool.available : undefined}
				error={errorOf("amount")}
				register={form.register("amount")}
			/>
			<Field label={t("change.reason")} hint={t("change.reasonHint")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("change.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
