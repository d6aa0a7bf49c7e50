import type { Locale } from "@/lib/platform/i18n/config";

/** A shortened figure for cards and axes. `exact` must be reachable wherever `text` is shown. */
export type CompactFigure = {
	/** What is shown, such as "¥3,812亿" or "-9,999.99万". */
	text: string;
	/** `text` without its unit, so that the unit can be set smaller. */
	number: string;
	/** 万, 亿, 万亿 or K, M, B, T; empty when the figure is shown in full. */
	unit: string;
	/** The whole figure with separators, such as "¥381,200,000,000.00". */
	exact: string;
};

type Scale = { unit: string; size: bigint };

const SCALES: Record<Locale, readonly Scale[]> = {
	"zh-CN": [
		{ unit: "万亿", size: 1_000_000_000_000n },
		{ unit: "亿", size: 100_000_000n },
		{ unit: "万", size: 10_000n },
	],
	en: [
		{ unit: "T", size: 1_000_000_000_000n },
		{ unit: "B", size: 1_000_000_000n },
		{ unit: "M", size: 1_000_000n },
		{ unit: "K", size: 1_000n },
	],
};

/** Integer digits with thousands separators: 1234567 → "1,234,567". */
export function groupDigits(digits: bigint): string {
	return digits.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * Shortens `amount`, an integer count of `1 / minorPerUnit` units, to two decimals of the largest unit that fits.
 * Cuts towards zero and never rounds, so that a figure below a line (10亿, 1亿) can never be read as having reached it.
 * Trailing zeros are dropped only where nothing was cut: exactly 1亿 reads "1亿", 1.004亿 reads "1.00亿".
 */
export function shortenDigits(
	amount: bigint,
	minorPerUnit: bigint,
	locale: Locale,
): { number: string; unit: string } | null {
	const scale = SCALES[locale].find(({ size }) => amount >= size * minorPerUnit);
	if (!scale) return null;
	const divisor = scale.size * minorPerUnit;
	const hundredths = (amount * 100n) / divisor;
	const isExact = hundredths * divisor === amount * 100n;
	const decimals = (hundredths % 100n).toString().padStart(2, "0");
	const shown = isExact ? decimals.replace(/0+$/, "") : decimals;
	return { number: groupDigits(hundredths / 100n) + (shown && `.${shown}`), unit: scale.unit };
}
