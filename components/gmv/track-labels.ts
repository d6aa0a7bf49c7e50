import type { Locale } from "@/lib/platform/i18n/config";

export type TrackName = { code: string; nameZh: string; nameEn: string };

export function trackLabel(tracks: readonly TrackName[], code: string, locale: Locale): string {
	const track = tracks.find((candidate) => candidate.code === code);
	if (!track) return code;
	return locale === "en" ? track.nameEn : track.nameZh;
}
