/** Money is integer fen in a bigint; this file is the only door between text and fen. */

export const FEN_PER_CNY = 100n;
/** The largest amount a PostgreSQL bigint column holds. */
export const MAX_FEN = 9_223_372_036_854_775_807n;

export const PARSE_FEN_CODES = ["EMPTY", "FORMAT", "NEGATIVE", "TOO_PRECISE", "TOO_LARGE"] as const;
export type ParseFenCode = (typeof PARSE_FEN_CODES)[number];
export type ParseFenResult = { ok: true; fen: bigint } | { ok: false; code: ParseFenCode };

const UNIT_EXPONENT: Record<string, number> = { "": 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };
const AMOUNT = /^(-)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(千万|百万|千|万|亿)?$/;

/** Full-width ASCII forms (０-９，．) to half-width, and every kind of blank removed. */
export function toHalfWidth(text: string): string {
	return text
		.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
		.replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, "");
}

/**
 * CNY as people type it to fen: "1,234.56", "12万", "1.5亿元", "￥３００".
 * Commas must group by thousands; nothing is rounded: a part of a fen is `TOO_PRECISE`.
 */
export function parseFen(text: string): ParseFenResult {
	const cleaned = toHalfWidth(text)
		.replace(/^(-?)(?:[¥￥]|CNY|RMB)/i, "$1")
		.replace(/(?:元|CNY|RMB)$/i, "");
	if (cleaned === "") return { ok: false, code: "EMPTY" };
	if (cleaned.length > 40) return { ok: false, code: "TOO_LARGE" };
	const match = AMOUNT.exec(cleaned);
	if (!match) return { ok: false, code: "FORMAT" };
	const [, minus, whole = "", fraction = "", unit = ""] = match;
	const places = (UNIT_EXPONENT[unit] ?? 0) + 2;
	const decimals = fraction.replace(/0+$/, "");
	if (decimals.length > places) return { ok: false, code: "TOO_PRECISE" };
	const fen = BigInt(whole.replaceAll(",", "") + decimals.padEnd(places, "0"));
	if (minus && fen > 0n) return { ok: false, code: "NEGATIVE" };
	if (fen > MAX_FEN) return { ok: false, code: "TOO_LARGE" };
	return { ok: true, fen };
}

/** 123456n → "1234.56"; -5n → "-0.05". Exact, no grouping: for exports, JSON and form fields. */
export function fenToDecimal(fen: bigint): string {
	const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
	return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
