import { ratioToBps } from "@/lib/platform/money/bps";
import { makeRatio } from "@/lib/platform/money/ratio";

/** A figure against an earlier one. `bps` is null where the earlier one is zero: there is no rate of change from nothing. */
export type Change = { baseFen: bigint; changeFen: bigint; bps: number | null };

/**
 * Change in fen, and in basis points of the earlier figure's size. Where that was negative (refunds above sales) its
 * size is what counts, so that a rise always has a plus.
 */
export function compareFen(nowFen: bigint, baseFen: bigint): Change {
	const changeFen = nowFen - baseFen;
	const ratio = makeRatio(changeFen, baseFen < 0n ? -baseFen : baseFen);
	return { baseFen, changeFen, bps: ratio && Number(ratioToBps(ratio)) };
}
