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
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { movePoolGrant } from "@/lib/domains/pools/actions";
import { moveGrantSchema } from "@/lib/domains/pools/schema";
import type { GrantRecord, PoolUnit } from "@/lib/domains/pools/types";
import type { Outcome } from "@/lib/platform/errors/errors";
import { AmountField } from "./amount-field";

type Grant = Pick<GrantRecord, "id" | "poolId" | "partnerName" | "purpose" | "open" | "reserved" | "spent">;
type Props = {
	grant: Grant;
	unit: PoolUnit;
	today: string;
	/** Whoever decided on the grant moves it in their own way. */
	action?: (input: Parameters<typeof movePoolGrant>[0]) => Promise<Outcome<object>>;
	/** What is done elsewhere. */
	without?: readonly Kind[];
};
type Kind = "GRANT" | "SPEND" | "RELEASE" | "CLAW_BACK" | "CLAW_BACK_SPENT";

/** What can be done with a grant, and with how much of it. */
function choicesOf({ open, reserved, spent }: Grant): { kind: Kind; limit: bigint }[] {
	const all = [
		{ kind: "SPEND", limit: open },
		{ kind: "GRANT", limit: reserved },
		{ kind: "RELEASE", limit: reserved },
		{ kind: "CLAW_BACK", limit: open },
		{ kind: "CLAW_BACK_SPENT", limit: spent },
	] as const;
	return all.filter(({ limit }) => limit > 0n);
}

export function MoveDialog(props: Props) {
	const t = useTranslations("pools");
	const { open, setOpen, finish } = useClosingDialog(t("move.done"));
	const choices = choicesOf(props.grant).filter(({ kind }) => !props.without?.includes(kind));
	if (choices.length === 0) return null;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button
					size="sm"
					variant="secondary"
					aria-label={t("move.openFor", { partner: props.grant.partnerName })}
				>
					{t("move.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={props.grant.partnerName} description={props.grant.purpose}>
				<MoveForm {...props} choices={choices} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

type FormProps = Props & { choices: ReturnType<typeof choicesOf>; onDone: () => void; onCancel: () => void };

function MoveForm({ grant, unit, today, action = movePoolGrant, choices, onDone, onCancel }: FormProps) {
	const t = useTranslations("pools");
	const tCommon = useTranslations("common");
	const [key] = useState(newKey);
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: moveGrantSchema,
		defaults: {
			poolId: grant.poolId,
			grantId: grant.id,
			unit,
			kind: choices[0]?.kind ?? "SPEND",
			amount: "",
			reason: "",
			bookedOn: "",
			key,
		},
		action,
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
			<Field label={t("move.kind")} hint={t(`move.hint.${kind}`)} required>
				<NativeSelect
					{...form.register("kind")}
					options={choices.map((choice) => ({ value: choice.kind, label: t(`move.kinds.${choice.kind}`) }))}
				/>
			</Field>
			<AmountField
				unit={unit}
				typed={form.watch("amount")}
				limit={choices.find((choice) => choice.kind === kind)?.limit}
				error={errorOf("amount")}
				register={form.register("amount")}
			/>
			{kind === "SPEND" && (
				<Field label={t("move.bookedOn")} hint={t("move.bookedHint")} error={errorOf("bookedOn")}>
					<Input {...form.register("bookedOn")} type="date" max={today} />
				</Field>
			)}
			<Field label={t("move.reason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={2} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("move.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
