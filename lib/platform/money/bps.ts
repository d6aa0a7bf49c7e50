import { ceilDiv, floorDiv, type Ratio, roundHalfUp } from "@/lib/platform/money/ratio";

/** One whole in basis points. */
export const BPS = 10_000;
const BPS_BIG = 10_000n;

export function bpsToRatio(bps: number): Ratio {
	return { num: BigInt(bps), den: BPS_BIG };
}

/** Basis points rounded half up: for screens and sorting, never for a threshold. */
export function ratioToBps(value: Ratio): bigint {
	return roundHalfUp(value.num * BPS_BIG, value.den);
}

/** A share of an amount of fen, rounded half up to the fen. */
export function shareOfFen(fen: bigint, shareBps: number): bigint {
	return roundHalfUp(fen * BigInt(shareBps), BPS_BIG);
}

/** ⌈share × count⌉. */
export function shareOfCountUp(count: number, shareBps: number): number {
	return Number(ceilDiv(BigInt(count) * BigInt(shareBps), BPS_BIG));
}

/** ⌊share × count⌋. */
export function shareOfCountDown(count: number, shareBps: number): number {
	return Number(floorDiv(BigInt(count) * BigInt(shareBps), BPS_BIG));
}
