import { compareText } from "@/lib/domains/programme/rules/bands";
import type { Pace, PacedSlice, Slice } from "@/lib/domains/programme/types/dashboard";
import { floorDiv, roundHalfUp } from "@/lib/platform/money/ratio";

/**
 * Slices against a straight line, the one that lags most first: what the sum of targets asks for by now is shared out by the
 * number of partners, rounded down to the fen, so that a small track is held to a small part of it.
 */
export function paceSlices(slices: readonly Slice[], targetFen: bigint, pace: Pace): PacedSlice[] {
	const partners = slices.reduce((sum, slice) => sum + slice.partners, 0);
	const whole = BigInt(pace.totalDays) * BigInt(partners);
	const paced = slices.map((slice) => {
		const asked = targetFen * BigInt(pace.elapsedDays) * BigInt(slice.partners);
		const expectedFen = whole > 0n ? floorDiv(asked, whole) : 0n;
		const aheadFen = slice.netFen - expectedFen;
		const aheadBps = expectedFen > 0n ? roundHalfUp(aheadFen * 10_000n, expectedFen) : null;
		return { ...slice, expectedFen, aheadFen, aheadBps };
	});
	return paced.sort(compareByLag);
}

function compareByLag(a: PacedSlice, b: PacedSlice): number {
	const left = a.netFen * b.expectedFen;
	const right = b.netFen * a.expectedFen;
	if (left !== right) return left < right ? -1 : 1;
	return compareText(a.key, b.key);
}
