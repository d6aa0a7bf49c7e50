import { forceMetrics, type MetricKey } from "@/lib/domains/forces/rules/month-metrics";
import type { MonthlyForceFacts } from "@/lib/domains/forces/types";
import { formatCount, formatFen } from "@/lib/platform/format";

const amounts = new Set<MetricKey>(forceMetrics.flatMap(({ key, kind }) => (kind === "amount" ? [key] : [])));

/** A raw count of a month, or an amount to the fen. */
export function showMetric(key: MetricKey, row: MonthlyForceFacts): string {
	const value = row[key];
	return amounts.has(key) ? formatFen(BigInt(value)) : formatCount(value);
}
