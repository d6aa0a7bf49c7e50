import { formatDate } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { addDays, type DayRange } from "@/lib/platform/time";

/** A range by its first and last day, as people read it. */
export function rangeText(range: DayRange, locale: Locale): string {
	const last = addDays(range.to, -1);
	if (last === range.from) return formatDate(range.from, locale);
	return `${formatDate(range.from, locale)} – ${formatDate(last, locale)}`;
}
