import type { ProgrammeWords } from "@/lib/domains/programme/rules/show/words";
import type { Band, PoolUse, ProgrammeWorld, TrackName } from "@/lib/domains/programme/types/dashboard";
import {
	formatBps,
	formatCompactCount,
	formatCompactFen,
	formatCount,
	formatDate,
	formatMonth,
} from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { floorDiv } from "@/lib/platform/money/ratio";
import { addDays, type Month } from "@/lib/platform/time";

export function bandName(band: Band, locale: Locale): string {
	return locale === "en" ? band.nameEn : band.nameZh;
}

/** The line itself, for a narrow column: "≥ ¥10亿", "> ¥100M". */
export function bandLine(band: Band, locale: Locale): string {
	return `${band.inclusive ? "≥" : ">"} ${formatCompactFen(band.thresholdFen, locale).text}`;
}

/** Tenths as a figure: 726 → "72.6", 730 → "73". */
export function formatTenths(tenths: number): string {
	const whole = formatCount(Math.floor(tenths / 10));
	return tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`;
}

/** From when to when a figure counts, or that there is nothing to count yet. */
export function asOfLine({ terms, asOf }: ProgrammeWorld, { t, locale }: ProgrammeWords): string {
	if (!asOf) return t("why.noFacts");
	return t("why.range", { from: formatDate(terms.range.from, locale), to: formatDate(asOf, locale) });
}

export function trackName(tracks: readonly TrackName[], code: string, locale: Locale): string {
	const track = tracks.find((one) => one.code === code);
	return (locale === "en" ? track?.nameEn : track?.nameZh) ?? code;
}

export function describePeriod({ terms, asOf }: ProgrammeWorld, { t, locale }: ProgrammeWords): string {
	const from = formatDate(terms.range.from, locale);
	const to = formatDate(addDays(terms.range.to, -1), locale);
	const period = t("period", { from, to });
	return asOf ? `${period} · ${t("asOf", { day: formatDate(asOf, locale) })}` : period;
}

/** A change is read at a glance: tenths of a percent are enough. */
export function formatLean(bps: bigint): string {
	return formatBps(((bps + (bps < 0n ? -5n : 5n)) / 10n) * 10n, { signed: true });
}

export function signedCompact(fen: bigint, locale: Locale): string {
	return `${fen > 0n ? "+" : ""}${formatCompactFen(fen, locale).text}`;
}

/** Part of a whole in basis points, rounded down; 0 of nothing. */
export function shareOf(part: bigint, whole: bigint): bigint {
	return whole > 0n ? floorDiv(part * 10_000n, whole) : 0n;
}

/** What of a pool is not available; with that they are its total. */
export const poolParts = ["spent", "granted", "reserved", "expired", "clawedBack"] as const;

export function poolAmount(pool: PoolUse, amount: bigint, locale: Locale): string {
	return (pool.unit === "FEN" ? formatCompactFen : formatCompactCount)(amount, locale).text;
}

export function historyWords(locale: Locale) {
	return {
		month: (month: Month) => formatMonth(month, locale, { short: true }),
		band: (band: Band) => bandName(band, locale),
	};
}
