import type { Band } from "@/lib/domains/programme/types";
import { formatCompactFen } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

export function bandName(band: Band, locale: Locale): string {
	return locale === "en" ? band.nameEn : band.nameZh;
}

/** The line itself, for a narrow column: "≥ ¥10亿", "> ¥100M". */
export function bandLine(band: Band, locale: Locale): string {
	return `${band.inclusive ? "≥" : ">"} ${formatCompactFen(band.thresholdFen, locale).text}`;
}
