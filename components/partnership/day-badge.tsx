import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { daysBetween } from "@/lib/platform/time";

/** Calendar days left to a last day that is itself in time. */
export async function DayBadge({ day, today }: { day: string; today: string }) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const left = daysBetween(today, day);
	const tone = left < 0 ? "danger" : left <= 3 ? "warning" : "neutral";
	const text =
		left < 0
			? t("clock.over", { count: -left })
			: left === 0
				? t("clock.today")
				: t("clock.left", { count: left });
	return (
		<Badge tone={tone} className="figure" title={formatDate(day, locale)}>
			{text}
		</Badge>
	);
}
