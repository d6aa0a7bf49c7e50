import { type Share, shareBps } from "@/lib/domains/admission/rules/decision-times";
import { formatBps } from "@/lib/platform/format";

/** Working days as they are read: whole, or with a half. */
export function formatDays(days: number | null): string | null {
	return days === null ? null : String(days);
}

/** A share with one decimal at most, "–" without anything to count. */
export function formatShare(share: Share): string {
	const bps = shareBps(share);
	return bps === null ? "–" : formatBps(Math.round(bps / 10) * 10);
}

/** A kappa with two decimals. */
export function formatKappa(value: number): string {
	return value.toFixed(2).replace(/^-0\.00$/, "0.00");
}
