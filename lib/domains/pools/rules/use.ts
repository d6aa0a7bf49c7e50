import type { Balances } from "@/lib/domains/pools/types";

/** What of a pool is spoken for: everything but what is available. */
export function usedOf({ total, available }: Pick<Balances, "total" | "available">): bigint {
	return total - available;
}

/** `part` of `whole` in basis points, cut and not rounded: only a pool that is used up reads 100%. */
export function shareBps(part: bigint, whole: bigint): number {
	return whole > 0n ? Number((part * 10_000n) / whole) : 0;
}
