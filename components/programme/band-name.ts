import type { Band } from "@/lib/domains/programme/types";
import type { Locale } from "@/lib/platform/i18n/config";

export function bandName(band: Band, locale: Locale): string {
	return locale === "en" ? band.nameEn : band.nameZh;
}
