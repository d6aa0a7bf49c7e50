import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ReviewClock } from "@/lib/domains/admission/rules/review-clock";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

const tones: Record<ReviewClock["level"], BadgeTone> = {
	calm: "neutral",
	soon: "warning",
	overdue: "danger",
};

/** How much of the time for a decision is left, in words and colour; the day itself on hover. */
export async function SlaBadge({ clock }: { clock: ReviewClock }) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { workingDaysLeft, level, dueOn } = clock;
	const text =
		level === "overdue"
			? t("queue.sla.overdue", { count: -workingDaysLeft })
			: workingDaysLeft === 0
				? t("queue.sla.today")
				: t("queue.sla.left", { count: workingDaysLeft });
	return (
		<Badge
			tone={tones[level]}
			title={t("queue.sla.due", { date: formatDate(dueOn, locale) })}
			className="figure"
		>
			{text}
		</Badge>
	);
}
