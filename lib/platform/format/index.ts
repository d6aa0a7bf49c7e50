import type { Locale } from "@/lib/platform/i18n/config";
import { type CompactFigure, groupDigits, shortenDigits } from "./compact";

export type { CompactFigure } from "./compact";

const FEN_PER_YUAN = 100n;
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const MONTHS_EN = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec",
] as const;
const BYTE_UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

function splitSign(amount: bigint): { sign: string; magnitude: bigint } {
	return amount < 0n ? { sign: "-", magnitude: -amount } : { sign: "", magnitude: amount };
}

/** Money in full: 123456n → "¥1,234.56", -5n → "-¥0.05". The form is the same in both languages (domain.md §4). */
export function formatFen(fen: bigint, _locale?: Locale): string {
	const { sign, magnitude } = splitSign(fen);
	const cents = (magnitude % FEN_PER_YUAN).toString().padStart(2, "0");
	return `${sign}¥${groupDigits(magnitude / FEN_PER_YUAN)}.${cents}`;
}

/** Money for cards: 万, 亿 (zh-CN) or K, M, B (en), cut and not rounded, with the exact amount beside it. */
export function formatCompactFen(fen: bigint, locale: Locale): CompactFigure {
	const { sign, magnitude } = splitSign(fen);
	const exact = formatFen(fen);
	const short = shortenDigits(magnitude, FEN_PER_YUAN, locale);
	if (!short) return { text: exact, number: exact, unit: "", exact };
	const number = `${sign}¥${short.number}`;
	return { text: number + short.unit, number, unit: short.unit, exact };
}

/** A whole number in full: 2400000 → "2,400,000". */
export function formatCount(count: number | bigint, _locale?: Locale): string {
	const { sign, magnitude } = splitSign(toBigInt(count));
	return sign + groupDigits(magnitude);
}

/** A whole number for cards, cut and not rounded, with the exact count beside it. */
export function formatCompactCount(count: number | bigint, locale: Locale): CompactFigure {
	const exact = formatCount(count);
	const { sign, magnitude } = splitSign(toBigInt(count));
	const short = shortenDigits(magnitude, 1n, locale);
	if (!short || (locale === "en" && magnitude < 10_000n))
		return { text: exact, number: exact, unit: "", exact };
	const number = sign + short.number;
	return { text: number + short.unit, number, unit: short.unit, exact };
}

function toBigInt(count: number | bigint): bigint {
	return typeof count === "bigint" ? count : BigInt(Math.trunc(count));
}

/** Basis points as a percentage, exact: 1234 → "12.34%", 3000 → "30%", 20 → "0.2%". `signed` puts "+" before a gain. */
export function formatBps(bps: number | bigint, options: { signed?: boolean } = {}): string {
	const { sign, magnitude } = splitSign(toBigInt(bps));
	const decimals = (magnitude % 100n).toString().padStart(2, "0").replace(/0+$/, "");
	const plus = options.signed && sign === "" && magnitude > 0n ? "+" : "";
	return `${sign}${plus}${groupDigits(magnitude / 100n)}${decimals && `.${decimals}`}%`;
}

/** A score of 0–100 with one decimal, cut and not rounded: 84.96 → "84.9", because 85 is a line. */
export function formatScore(score: number): string {
	return (Math.trunc(score * 10 + Math.sign(score) * 1e-9) / 10).toFixed(1);
}

/** A score held in basis points of 0–100, exact to the hundredth: 8499 → "84.99". For receipts, where every hundredth counts. */
export function formatScoreBps(bps: number): string {
	const { sign, magnitude } = splitSign(toBigInt(bps));
	return `${sign}${magnitude / 100n}.${(magnitude % 100n).toString().padStart(2, "0")}`;
}

type CalendarParts = { year: string; month: string; day: string; hour: string; minute: string };

/** An instant is read in Asia/Shanghai (UTC+8, no daylight saving since 1991); a 'YYYY-MM-DD' string is a business day already. */
function toShanghaiParts(value: Date | string): CalendarParts {
	const iso =
		typeof value === "string"
			? `${value}T00:00`
			: new Date(value.getTime() + SHANGHAI_OFFSET_MS).toISOString();
	const [date = "", time = ""] = iso.split("T");
	const [year = "", month = "", day = ""] = date.split("-");
	const [hour = "", minute = ""] = time.split(":");
	return { year, month, day, hour, minute };
}

function nameMonthInEnglish(month: string): string {
	return MONTHS_EN[Number(month) - 1] ?? month;
}

/** A day: "2026-03-01" (zh-CN), "1 Mar 2026" (en). `long` gives 2026年3月1日 in Chinese. */
export function formatDate(value: Date | string, locale: Locale, options: { long?: boolean } = {}): string {
	const { year, month, day } = toShanghaiParts(value);
	if (locale === "en") return `${Number(day)} ${nameMonthInEnglish(month)} ${year}`;
	return options.long ? `${year}年${Number(month)}月${Number(day)}日` : `${year}-${month}-${day}`;
}

/** A minute: "2026-03-01 14:05" (zh-CN), "1 Mar 2026, 14:05" (en), in Asia/Shanghai. */
export function formatDateTime(value: Date, locale: Locale): string {
	const { hour, minute } = toShanghaiParts(value);
	return `${formatDate(value, locale)}${locale === "en" ? "," : ""} ${hour}:${minute}`;
}

/** A month from 'YYYY-MM': "2026年3月" (zh-CN), "Mar 2026" (en). `short` gives "26-03" or "Mar 26", for axes. */
export function formatMonth(month: string, locale: Locale, options: { short?: boolean } = {}): string {
	const [year = "", number = ""] = month.split("-");
	if (locale === "en") return `${nameMonthInEnglish(number)} ${options.short ? year.slice(2) : year}`;
	return options.short ? `${year.slice(2)}-${number}` : `${year}年${Number(number)}月`;
}

/** Whole months from 'YYYY-MM' to 'YYYY-MM', both included: "2026年8月至10月", "2025年11月至2026年10月" (zh-CN); "Aug – Oct 2026" (en). */
export function formatMonthRange(from: string, to: string, locale: Locale): string {
	if (from === to) return formatMonth(from, locale);
	const [year = "", month = ""] = from.split("-");
	const sameYear = to.startsWith(`${year}-`);
	if (locale !== "en") {
		const end = sameYear ? `${Number(to.slice(5))}月` : formatMonth(to, locale);
		return `${formatMonth(from, locale)}至${end}`;
	}
	return `${sameYear ? nameMonthInEnglish(month) : formatMonth(from, locale)} – ${formatMonth(to, locale)}`;
}

const AGO_STEPS = [
	{ seconds: 86_400, zh: "天前", en: "d ago" },
	{ seconds: 3_600, zh: "小时前", en: "h ago" },
	{ seconds: 60, zh: "分钟前", en: "min ago" },
] as const;

/** How long before `asOf` something happened; a plain date once it is more than 30 days back or lies ahead. */
export function formatAgo(value: Date, asOf: Date, locale: Locale): string {
	const seconds = Math.floor((asOf.getTime() - value.getTime()) / 1000);
	if (seconds < 0 || seconds >= 30 * 86_400) return formatDate(value, locale);
	const step = AGO_STEPS.find((candidate) => seconds >= candidate.seconds);
	if (!step) return locale === "en" ? "just now" : "刚刚";
	const amount = Math.floor(seconds / step.seconds);
	return locale === "en" ? `${amount} ${step.en}` : `${amount} ${step.zh}`;
}

/** A file size: 1536 → "1.5 KB" (1,024 bytes to a KB). */
export function formatBytes(bytes: number): string {
	const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), BYTE_UNITS.length - 1);
	const scaled = bytes / 1024 ** power;
	return `${power === 0 ? scaled : scaled.toFixed(1).replace(/\.0$/, "")} ${BYTE_UNITS[power]}`;
}
