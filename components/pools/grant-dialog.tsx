"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { newKey } from "@/components/forms/new-key";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { grantPoolAmount } from "@/lib/domains/pools/actions";
import { GRANT_MONTHS } from "@/lib/domains/pools/constants";
import { grantToPartnerSchema } from "@/lib/domains/pools/schema";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { addMonths } from "@/lib/platform/time";
import { AmountField } from "./amount-field";
import { PartnerPicker } from "./partner-picker";

type Props = { pool: { id: string; unit: PoolUnit; available: bigint }; today: string };

export function GrantDialog({ pool, today }: Props) {
	const t = useTranslations("pools");
	const { open, setOpen, finish } = useClosingDialog(t("grant.done"));
	const isEmpty = pool.available === 0n;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button disabled={isEmpty} title={isEmpty ? t("grant.empty") : undefined}>
					{t("grant.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("grant.title")} description={t("grant.description")}>
				<GrantForm pool={pool} today={today} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function GrantForm({ pool, today, onDone, onCancel }: Props & { onDone: () => void; onCancel: () => void }) {
	const t = useTranslations("pools");
	const tCommon = useTranslations("common");
	const [key] = useState(newKey);
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: grantToPartnerSchema,
		defaults: {
			poolId: pool.id,
			unit: pool.unit,
			partnerId: "",
			kind: "GRANT" as const,
			amount: "",
			purpose: "",
			expiresOn: addMonths(today, GRANT_MONTHS),
			key,
		},
		action: grantPoolAmount,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<PartnerPicker
				value={form.watch("partnerId")}
				onChange={(id) => form.setValue("partnerId", id, { shouldValidate: true })}
				error={errorOf("partnerId")}
			/>
			<AmountField
				unit={pool.unit}
				typed={form.watch("amount")}
				limit={pool.available}
				error={errorOf("amount")}
				register={form.register("amount")}
			/>
			<Field label={t("grant.purpose")} hint={t("grant.purposeHint")} error={errorOf("purpose")} required>
				<Input {...form.register("purpose")} />
			</Field>
			<Field label={t("grant.expiresOn")} hint={t("grant.expiresHint")} error={errorOf("expiresOn")}>
				<Input {...form.register("expiresOn")} type="date" min={today} />
			</Field>
			<RadioGroup
				look="cards"
				aria-label={t("grant.kind")}
				value={form.watch("kind")}
				onValueChange={(value) => form.setValue("kind", value === "RESERVE" ? "RESERVE" : "GRANT")}
				options={[
					{ value: "GRANT", label: t("grant.now"), hint: t("grant.nowHint") },
					{ value: "RESERVE", label: t("grant.reserve"), hint: t("grant.reserveHint") },
				]}
			/>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("grant.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
