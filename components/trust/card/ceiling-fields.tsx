"use client";

import type { UseFormRegisterReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatFen } from "@/lib/platform/format";

/** Between which a shop may choose its ceilings, in fen. */
export type CeilingLimits = {
	readonly orderCeilingLeastFen: number;
	readonly orderCeilingMostFen: number;
	readonly buyerCeilingMostFen: number;
};

type Props = {
	limits: CeilingLimits;
	order: UseFormRegisterReturn;
	buyer: UseFormRegisterReturn;
	errors: { order?: string; buyer?: string };
};

export function CeilingFields({ limits, order, buyer, errors }: Props) {
	const t = useTranslations("trustcard");
	const yuan = (fen: number) => formatFen(BigInt(fen));
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			<Field
				label={t("optIn.orderCeiling")}
				hint={t("optIn.orderHint", {
					least: yuan(limits.orderCeilingLeastFen),
					most: yuan(limits.orderCeilingMostFen),
				})}
				error={errors.order}
				required
			>
				<Input {...order} inputMode="decimal" autoComplete="off" />
			</Field>
			<Field
				label={t("optIn.buyerCeiling")}
				hint={t("optIn.buyerHint", { most: yuan(limits.buyerCeilingMostFen) })}
				error={errors.buyer}
				required
			>
				<Input {...buyer} inputMode="decimal" autoComplete="off" />
			</Field>
		</div>
	);
}
