import type { Backtest } from "@/lib/domains/programme/rules/forecast/backtest";
import { openStream } from "@/lib/platform/statistics/stream";

const DRAWS = 2_000;

export type CoverageShare = { readonly share: number; readonly low: number; readonly high: number };

/**
 * A measured coverage with the 95% interval of what chance alone makes of it: origins drawn anew with replacement, whole, since
 * the forecasts of one origin share its past (cluster bootstrap). Origins share a future too, so it is rather too narrow.
 */
export function coverageInterval(
	origins: Backtest["byOrigin"],
	of: (origin: NonNullable<Backtest["byOrigin"]>[number]) => { covered: number; of: number },
): CoverageShare | null {
	const parts = (origins ?? []).map(of).filter((part) => part.of > 0);
	if (parts.length < 2) return null;
	const shareOf = (chosen: typeof parts) =>
		chosen.reduce((sum, part) => sum + part.covered, 0) / chosen.reduce((sum, part) => sum + part.of, 0);
	const next = openStream("coverage");
	const draws = Array.from({ length: DRAWS }, () =>
		shareOf(parts.map(() => parts[next() % parts.length] as (typeof parts)[number])),
	).sort((a, b) => a - b);
	return {
		share: shareOf(parts),
		low: draws[Math.floor(DRAWS * 0.025)] ?? 0,
		high: draws[Math.ceil(DRAWS * 0.975) - 1] ?? 1,
	};
}
