import type { Balances, GrantRecord } from "@/lib/domains/pools/types";
import type { Day } from "@/lib/platform/time";

/** What of a pool is spoken for: everything but what is available. */
export function usedOf({ total, available }: Pick<Balances, "total" | "available">): bigint {
	return total - available;
}

/** `part` of `whole` in basis points, cut and not rounded: only a pool that is used up reads 100%. */
export function shareBps(part: bigint, whole: bigint): number {
	return whole > 0n ? Number((part * 10_000n) / whole) : 0;
}

/** Whether something of a grant may still be used: what has run out counts no more, whether or not that is booked yet. */
export function isLive(
	{ open, reserved, expiresOn }: Pick<GrantRecord, "open" | "reserved" | "expiresOn">,
	today: Day,
): boolean {
	return (open > 0n || reserved > 0n) && (expiresOn === null || expiresOn >= today);
}
