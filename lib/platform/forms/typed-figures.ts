import { fenToDecimal, parseFen, toHalfWidth } from "@/lib/platform/money";
import { BPS } from "@/lib/platform/money/bps";

/** A figure as a person typed it, read; or the code of what is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; code: string };

/** The value read, or nothing and its code under the path. */
export function keep<T>(errors: Record<string, string>, path: string, read: Read<T>): T | undefined {
	if (read.ok) return read.value;
	errors[path] = read.code;
	return undefined;
}

const YI_FEN = 10_000_000_000n;
const WAN_FEN = 1_000_000n;

/** Basis points of 0–100 as people write them: 6000 → "60", 6050 → "60.5". */
export function typeHundredths(bps: number): string {
	return String(bps / 100);
}

/** Fen as people write them: whole 亿 as 亿, whole 万 as 万, anything else in 元. */
export function typeAmount(fen: string): string {
	const value = BigInt(fen);
	if (value > 0n && value % YI_FEN === 0n) return `${value / YI_FEN}亿`;
	return value > 0n && value % WAN_FEN === 0n
		? `${value / WAN_FEN}万`
		: fenToDecimal(value).replace(/\.00$/, "");
}

export function readWhole(text: string): Read<number> {
	const cleaned = toHalfWidth(text).replaceAll(",", "");
	if (cleaned === "") return { ok: false, code: "REQUIRED" };
	return /^\d{1,9}$/.test(cleaned)
		? { ok: true, value: Number(cleaned) }
		: { ok: false, code: "NOT_A_NUMBER" };
}

/** A percentage or points of 0–100 with at most two decimals, as basis points. */
export function readHundredths(text: string): Read<number> {
	const cleaned = toHalfWidth(text).replace(/[%分]$/, "");
	if (cleaned === "") return { ok: false, code: "REQUIRED" };
	const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(cleaned);
	if (!match) return { ok: false, code: "NOT_A_NUMBER" };
	const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
	return value <= BPS ? { ok: true, value } : { ok: false, code: "OUT_OF_RANGE" };
}

export function readAmount(text: string): Read<bigint> {
	const parsed = parseFen(text);
	if (parsed.ok) return { ok: true, value: parsed.fen };
	return { ok: false, code: parsed.code === "EMPTY" ? "REQUIRED" : "NOT_A_NUMBER" };
}
