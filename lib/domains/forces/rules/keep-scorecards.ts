import { sumForceFacts } from "@/lib/domains/forces/rules/measure-indicators";
import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import { scoreTotals } from "@/lib/domains/forces/rules/score-forces";
import type { ForcePolicy } from "@/lib/domains/forces/schema";
import type { ForceScorecard, ForceTotals, MonthlyForceFacts } from "@/lib/domains/forces/types";
import { type Month, trailingMonths } from "@/lib/platform/time";

/** Where a partner's scorecard comes from; a map will do. */
export type ScorecardSource = { get(partnerId: string): ForceScorecard | undefined };

const WIDTH = forceMetrics.length;

/**
 * The scorecards of many partners, kept as the sums they follow from: some 200 bytes each instead of kilobytes. `add`
 * scores a partner's months, `get` makes the same scorecard again. Throws `TOTAL_TOO_LARGE` beyond eight bytes.
 */
export function keepScorecards(policy: ForcePolicy, month: Month) {
	const window = trailingMonths(month, policy.months);
	const places = new Map<string, number>();
	/** Bit n of a partner: whether the window's month n has a row. */
	let present = new Uint16Array(64);
	let sums = new BigInt64Array(64 * WIDTH);

	function score(totals: ForceTotals, months: number): ForceScorecard {
		const monthsPresent = window.filter((_, at) => (months >> at) & 1);
		return scoreTotals(policy, totals, { window, monthsPresent });
	}

	function add(partnerId: string, rows: readonly MonthlyForceFacts[]): ForceScorecard {
		const place = places.size;
		places.set(partnerId, place);
		if (place === present.length) {
			const [fewerMonths, fewerSums] = [present, sums];
			present = new Uint16Array(2 * place);
			present.set(fewerMonths);
			sums = new BigInt64Array(2 * place * WIDTH);
			sums.set(fewerSums);
		}
		const totals = sumForceFacts(rows, window);
		for (const [at, { key }] of forceMetrics.entries()) {
			if (BigInt.asIntN(64, totals[key]) !== totals[key]) throw new Error("TOTAL_TOO_LARGE");
			sums[place * WIDTH + at] = totals[key];
		}
		const found = new Set(rows.map((row) => row.month));
		const months = window.reduce((bits, one, at) => (found.has(one) ? bits | (1 << at) : bits), 0);
		present[place] = months;
		return score(totals, months);
	}

	function get(partnerId: string): ForceScorecard | undefined {
		const place = places.get(partnerId);
		if (place === undefined) return undefined;
		const months = present[place] ?? 0;
		const counts = forceMetrics.map(({ key }, at) => [key, sums[place * WIDTH + at] ?? 0n]);
		const monthCount = window.filter((_, at) => (months >> at) & 1).length;
		return score({ ...Object.fromEntries(counts), months: monthCount } as ForceTotals, months);
	}

	return { add, get };
}
