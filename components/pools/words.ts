import type { BadgeTone } from "@/components/ui/badge";
import type { MonthState, PoolChange, PoolUnit } from "@/lib/domains/pools/types";
import {
	type CompactFigure,
	formatCompactCount,
	formatCompactFen,
	formatCount,
	formatFen,
} from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

export const changeTones = {
	PROPOSED: "warning",
	CONFIRMED: "success",
	DECLINED: "danger",
	WITHDRAWN: "neutral",
} as const satisfies Record<PoolChange["state"], BadgeTone>;

export const monthTones = {
	OPEN: "brand",
	REVIEW: "warning",
	DUE: "warning",
	CLOSED: "success",
} as const satisfies Record<MonthState, BadgeTone>;

export function showAmount(amount: bigint, unit: PoolUnit): string {
	return unit === "FEN" ? formatFen(amount) : formatCount(amount);
}

export function showCompact(amount: bigint, unit: PoolUnit, locale: Locale): CompactFigure {
	return unit === "FEN" ? formatCompactFen(amount, locale) : formatCompactCount(amount, locale);
}

export function poolName(pool: { nameZh: string; nameEn: string }, locale: Locale): string {
	return locale === "en" ? pool.nameEn : pool.nameZh;
}
