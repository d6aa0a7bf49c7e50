import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { FundEvent } from "@/lib/domains/fund/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { stageDots } from "./words";

/** Every move, newest first; reasons as far as the reader may know them. */
export async function HistoryCard({ events }: { events: readonly FundEvent[] }) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("history.title")} />
			<CardBody>
				<Timeline
					label={t("history.title")}
					items={events.map((event) => ({
						id: event.id,
						title: event.fromStage
							? t("history.moved", {
									from: t(`stages.${event.fromStage}`),
									to: t(`stages.${event.toStage}`),
								})
							: t("history.start"),
						meta: [formatDateTime(event.at, locale), event.actorLabel].filter(Boolean).join(" · "),
						body: event.reason && (
							<p className="wrap-anywhere whitespace-pre-line">
								{!event.isShared && (
									<span className="mr-1.5 rounded-sm bg-sunken px-1.5 py-0.5 text-2xs text-ink-faint">
										{t("history.internal")}
									</span>
								)}
								{event.reason}
							</p>
						),
						tone: stageDots[event.toStage],
					}))}
				/>
			</CardBody>
		</Card>
	);
}
