import type { PoolUnit } from "@/lib/domains/pools/types";
import { fenToDecimal, type ParseFenResult, parseFen } from "@/lib/platform/money";

/** An amount as people type it, in a pool's minor units: "12万" is 12,000,000 fen or 120,000 impressions. */
export function parseAmount(text: string, unit: PoolUnit): ParseFenResult {
	const parsed = parseFen(text);
	if (!parsed.ok || unit === "FEN") return parsed;
	return parsed.fen % 100n === 0n ? { ok: true, fen: parsed.fen / 100n } : { ok: false, code: "TOO_PRECISE" };
}

/** Exact and without grouping, for exports and form fields. */
export function amountToDecimal(amount: bigint, unit: PoolUnit): string {
	return unit === "FEN" ? fenToDecimal(amount) : amount.toString();
}
