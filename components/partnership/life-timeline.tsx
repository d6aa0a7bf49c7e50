import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline, type TimelineTone } from "@/components/ui/timeline";
import type { LifeEvent } from "@/lib/domains/partnership/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

const tones: Record<LifeEvent["toStatus"], TimelineTone> = {
	ACTIVE: "success",
	PROBATION: "warning",
	EXIT_NOTICE: "danger",
	EXITED: "neutral",
};

/** A partner's life as its status tells it, newest first. */
export async function LifeTimeline({ events, since }: { events: readonly LifeEvent[]; since: string }) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const name = (event: string) => {
		const key = `life.events.${event}` as "life.events.warn";
		return t.has(key) ? t(key) : event;
	};
	return (
		<Card>
			<CardHeader title={t("life.title")} description={since} />
			<CardBody>
				{events.length === 0 ? (
					<p className="text-ink-faint text-sm">{t("life.empty")}</p>
				) : (
					<Timeline
						label={t("life.title")}
						items={events.map((event) => ({
							id: event.id,
							title: name(event.event),
							meta: formatDateTime(event.at, locale),
							tone: tones[event.toStatus],
						}))}
					/>
				)}
			</CardBody>
		</Card>
	);
}
