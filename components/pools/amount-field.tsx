"use client";

import type { UseFormRegisterReturn } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { parseAmount } from "@/lib/domains/pools/rules/amount";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { showAmount, showCompact } from "./words";

type Props = {
	unit: PoolUnit;
	/** What is typed so far: it is read back, so that nobody is out by a factor. */
	typed: string;
	/** The most it may be. */
	limit?: bigint;
	error?: string;
	register: UseFormRegisterReturn;
};

export function AmountField({ unit, typed, limit, error, register }: Props) {
	const t = useTranslations("pools");
	const locale = useLocale();
	const parsed = parseAmount(typed, unit);
	const read =
		parsed.ok && parsed.fen > 0n
			? t("amount.read", { amount: showAmount(parsed.fen, unit), unit: t(`units.${unit}`) })
			: t(`amount.hint.${unit}`);
	return (
		<Field
			label={t(`amount.label.${unit}`)}
			hint={read}
			aside={
				limit === undefined ? undefined : t("amount.limit", { amount: showCompact(limit, unit, locale).text })
			}
			error={error}
			required
		>
			<Input {...register} inputMode="decimal" autoComplete="off" />
		</Field>
	);
}
