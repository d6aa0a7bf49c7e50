import type { BadgeTone } from "@/components/ui/badge";
import type { ApplicationState, BenefitStatus } from "@/lib/domains/benefits/types";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { formatCompactCount, formatCompactFen, formatCount, formatFen } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

export const statusTones = {
	DRAFT: "neutral",
	PUBLISHED: "success",
	PAUSED: "warning",
	RETIRED: "neutral",
} as const satisfies Record<BenefitStatus, BadgeTone>;

export const stateTones = {
	APPLIED: "warning",
	SECOND: "warning",
	GRANTED: "brand",
	USED: "brand",
	REPORTED: "info",
	CLOSED: "success",
	EXPIRED: "neutral",
	REFUSED: "danger",
	WITHDRAWN: "neutral",
	CLAWED_BACK: "danger",
} as const satisfies Record<ApplicationState, BadgeTone>;

export type Track = { code: string; nameZh: string; nameEn: string };

export function nameOf(named: { nameZh: string; nameEn: string }, locale: Locale): string {
	return locale === "en" ? named.nameEn : named.nameZh;
}

export function benefitOf(row: { benefitNameZh: string; benefitNameEn: string }, locale: Locale): string {
	return locale === "en" ? row.benefitNameEn : row.benefitNameZh;
}

/** An amount in its pool's unit; a dash where there is none. */
export function showExact(amount: bigint | null, unit: PoolUnit | null): string {
	if (amount === null || unit === null) return "–";
	return unit === "FEN" ? formatFen(amount) : formatCount(amount);
}

export function showShort(amount: bigint | null, unit: PoolUnit | null, locale: Locale): string {
	if (amount === null || unit === null) return "–";
	return (unit === "FEN" ? formatCompactFen(amount, locale) : formatCompactCount(amount, locale)).text;
}

export function tracksOf(codes: string, tracks: readonly Track[], locale: Locale): string {
	const known = new Map(tracks.map((track) => [track.code, nameOf(track, locale)]));
	return codes
		.split(",")
		.filter(Boolean)
		.map((code) => known.get(code) ?? code)
		.join(locale === "en" ? ", " : "、");
}
