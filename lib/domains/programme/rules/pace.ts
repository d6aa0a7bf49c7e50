import { bandOf, countBands } from "@/lib/domains/programme/rules/bands";
import type { Band, BandCount, Pace, Standing } from "@/lib/domains/programme/types/dashboard";
import { floorDiv } from "@/lib/platform/money/ratio";
import { type Day, type DayRange, daysBetween } from "@/lib/platform/time";

/** How far the year has come when the facts reach through `asOf`. Days outside the programme do not count. */
export function paceOf(range: DayRange, asOf: Day): Pace {
	const totalDays = daysBetween(range.from, range.to);
	const elapsedDays = Math.min(Math.max(daysBetween(range.from, asOf) + 1, 0), totalDays);
	return { asOf, elapsedDays, totalDays, remainingDays: totalDays - elapsedDays };
}

/**
 * Net GMV at the end if the partner keeps its own mean per elapsed day: a straight line, no seasonality, no interval
 * (the statistical forecast of domain.md §3.5 is another rule). Rounded down; before the first day it is the amount itself.
 */
export function projectAtPace(netFen: bigint, pace: Pace): bigint {
	if (pace.elapsedDays === 0) return netFen;
	return floorDiv(netFen * BigInt(pace.totalDays), BigInt(pace.elapsedDays));
}

/** Target × elapsed ÷ total, in tenths, rounded down. */
export function expectedTenths(targetCount: number, pace: Pace): number {
	return Math.floor((targetCount * 10 * pace.elapsedDays) / pace.totalDays);
}

/** Where a straight line from 0 to an amount would be today, rounded down. */
export function expectedFen(targetFen: bigint, pace: Pace): bigint {
	return floorDiv(targetFen * BigInt(pace.elapsedDays), BigInt(pace.totalDays));
}

/** The state of every band: now, where a straight line would be, where the present pace leads, who crossed this month. */
export function assessBands(standings: readonly Standing[], bands: readonly Band[], pace: Pace): BandCount[] {
	const now = countBands(
		standings.map((one) => one.netFen),
		bands,
	);
	const projected = countBands(
		standings.map((one) => projectAtPace(one.netFen, pace)),
		bands,
	);
	const reached = countReachedThisMonth(standings, bands);
	return bands.map((band) => ({
		band,
		count: now[band.code] ?? 0,
		expectedTenths: expectedTenths(band.targetCount, pace),
		projectedCount: projected[band.code] ?? 0,
		reachedThisMonth: reached[band.code] ?? 0,
	}));
}

function countReachedThisMonth(
	standings: readonly Standing[],
	bands: readonly Band[],
): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const one of standings) {
		const now = bandOf(one.netFen, bands);
		if (!now || bandOf(one.netBeforeMonthFen, bands)?.code === now.code) continue;
		if (one.netFen > one.netBeforeMonthFen) counts[now.code] = (counts[now.code] ?? 0) + 1;
	}
	return counts;
}
