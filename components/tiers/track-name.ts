import type { Locale } from "@/lib/platform/i18n/config";

export function trackName(track: { nameZh: string; nameEn: string }, locale: Locale): string {
	return locale === "en" ? track.nameEn : track.nameZh;
}
