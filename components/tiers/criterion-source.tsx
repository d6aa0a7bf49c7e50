import Link from "next/link";
import type { ForceCode } from "@/lib/domains/forces/constants";
import type { TierMetric } from "@/lib/domains/tiers/constants";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { formatCount, formatDate, formatMonthRange } from "@/lib/platform/format";
import { addDays, type DayRange, monthOf } from "@/lib/platform/time";
import type { Words } from "./words";

/** Where the rows behind a criterion are: days, certificates, indicators. */
export type SourceLinks = Readonly<Partial<Record<TierMetric, string>>>;

/** Where a value comes from, in words; `href` leads to the rows behind it. */
export function CriterionSource({
	metric,
	receipt,
	href,
	words,
}: {
	metric: TierMetric;
	receipt: DecisionReceipt;
	href?: string;
	words: Words;
}) {
	const text = describeSource(metric, receipt, words);
	if (!href) return <>{text}</>;
	return (
		<Link href={href} className="underline decoration-line-strong/50 underline-offset-2 hover:text-brand-ink">
			{text}
		</Link>
	);
}

function describeSource(
	metric: TierMetric,
	{ windows, inputs, rules, asOf }: DecisionReceipt,
	{ t, tForces, locale }: Words,
): string {
	const monthsOf = (range: DayRange) =>
		formatMonthRange(monthOf(range.from), monthOf(addDays(range.to, -1)), locale);
	const months = monthsOf(windows.quality);
	if (metric === "gmv") return t("sources.gmv", { measure: rules.gmvMeasure, months: monthsOf(windows.gmv) });
	if (metric === "composite") return t("sources.composite", { months });
	if (metric === "force_floor") {
		const lowest = lowestForce(inputs.forcesBps);
		return t("sources.force_floor", { force: tForces(`names.${lowest}`), months });
	}
	if (metric === "dispute_rate") {
		const counts = { disputes: formatCount(inputs.disputes), orders: formatCount(inputs.paidOrders) };
		return t("sources.dispute_rate", { ...counts, months });
	}
	return t("sources.experts", { day: formatDate(asOf, locale) });
}

function lowestForce(scores: Readonly<Record<ForceCode, number>>): ForceCode {
	const codes = Object.keys(scores) as ForceCode[];
	return codes.reduce((lowest, code) => (scores[code] < scores[lowest] ? code : lowest));
}
