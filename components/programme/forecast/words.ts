import { formatCompactFen, formatCount } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What the forecast's parts speak with: opened once by the page, handed down. */
export async function openForecastWords() {
	const [t, locale] = await Promise.all([getTranslations("forecast"), getLocale()]);
	return { t, locale };
}

export type ForecastWords = Awaited<ReturnType<typeof openForecastWords>>;

/** A share to a tenth of a percent: 0.834 → "83.4%". */
export function shareText(share: number): string {
	const tenths = Math.round(share * 1000);
	return `${formatCount(Math.floor(tenths / 10))}.${tenths % 10}%`;
}

export const compact = (fen: bigint, locale: Locale) => formatCompactFen(fen, locale).text;
