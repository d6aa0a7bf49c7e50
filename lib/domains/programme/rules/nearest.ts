import { compareText, hasReached } from "@/lib/domains/programme/rules/bands";
import type { Band, Mover, NearLine, Pace, Standing } from "@/lib/domains/programme/types/dashboard";
import { ceilDiv, floorDiv, roundHalfUp } from "@/lib/platform/money/ratio";

const NEED_DAYS = 30n;

/** How much more net GMV reaches the band: 0 when it is reached, one fen beyond an exclusive line. */
export function gapTo(netFen: bigint, band: Band): bigint {
	if (hasReached(netFen, band)) return 0n;
	return band.thresholdFen - netFen + (band.inclusive ? 0n : 1n);
}

/**
 * The gap spread over what is left of the programme, per 30 days, rounded up to the fen. With less than 30 days left
 * it is the whole gap; null once the last day has passed.
 */
export function neededPer30Days(gapFen: bigint, pace: Pace): bigint | null {
	if (pace.remainingDays === 0) return null;
	const days = BigInt(pace.remainingDays);
	return days <= NEED_DAYS ? gapFen : ceilDiv(gapFen * NEED_DAYS, days);
}

/** The line above: the lowest band not reached yet. */
function nextBand(netFen: bigint, bands: readonly Band[]): Band | null {
	return bands.findLast((band) => !hasReached(netFen, band)) ?? null;
}

/** Partners nearest to their next line, by the share of it they have; ties by id. `bands` from `sortBands`. */
export function nearestToLine(
	standings: readonly Standing[],
	bands: readonly Band[],
	pace: Pace,
	limit: number,
): NearLine[] {
	const candidates = standings.flatMap((standing) => nearLineOf(standing, bands, pace) ?? []);
	return candidates.sort(compareByReach).slice(0, limit);
}

/** The partner's next line and what it takes; null above all lines and without positive net. */
export function nearLineOf(standing: Standing, bands: readonly Band[], pace: Pace): NearLine | null {
	const band = nextBand(standing.netFen, bands);
	if (!band || standing.netFen <= 0n) return null;
	const gapFen = gapTo(standing.netFen, band);
	const reachedBps = Number(floorDiv(standing.netFen * 10_000n, band.thresholdFen));
	return { standing, band, gapFen, reachedBps, neededPer30DaysFen: neededPer30Days(gapFen, pace) };
}

function compareByReach(a: NearLine, b: NearLine): number {
	const left = a.standing.netFen * b.band.thresholdFen;
	const right = b.standing.netFen * a.band.thresholdFen;
	if (left !== right) return left > right ? -1 : 1;
	return compareText(a.standing.partnerId, b.standing.partnerId);
}

/** Who gained and who lost most between the last two whole months; partners without any change are left out. */
export function findMovers(standings: readonly Standing[], limit: number): { up: Mover[]; down: Mover[] } {
	const movers = standings.map(moverOf).filter((mover) => mover.changeFen !== 0n);
	const sorted = movers.sort((a, b) => {
		if (a.changeFen !== b.changeFen) return a.changeFen > b.changeFen ? -1 : 1;
		return compareText(a.standing.partnerId, b.standing.partnerId);
	});
	return {
		up: sorted.filter((mover) => mover.changeFen > 0n).slice(0, limit),
		down: sorted
			.filter((mover) => mover.changeFen < 0n)
			.slice(-limit)
			.reverse(),
	};
}

function moverOf(standing: Standing): Mover {
	const { lastMonthFen, monthBeforeFen } = standing;
	const changeFen = lastMonthFen - monthBeforeFen;
	const changeBps = monthBeforeFen > 0n ? roundHalfUp(changeFen * 10_000n, monthBeforeFen) : null;
	return { standing, changeFen, changeBps };
}
