import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import type { CardEvent, SuspensionReason } from "@/lib/domains/trust/types/card";
import { formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { eventTones } from "./card-words";

type Values = { version?: number; orderFen?: string; buyerFen?: string; reason?: SuspensionReason };
type Speech = Awaited<ReturnType<typeof getTranslations<"trustcard">>>;

/** What an event's title leaves out: the version agreed to, the ceilings, the reason. */
function detailsOf(t: Speech, values: Values): string[] {
	const { version, orderFen, buyerFen, reason } = values;
	return [
		...(version ? [t("terms", { version })] : []),
		...(orderFen && buyerFen
			? [t("ceilings", { order: formatFen(BigInt(orderFen)), buyer: formatFen(BigInt(buyerFen)) })]
			: []),
		...(reason ? [t(`suspension.reason.${reason}`)] : []),
	];
}

/** Everything that happened to a shop's card, newest first. */
export async function CardTimeline({ events }: { events: readonly CardEvent[] }) {
	const [t, rules, locale] = await Promise.all([
		getTranslations("trustcard"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	return (
		<Card>
			<CardHeader title={t("timeline.title")} />
			<CardBody>
				{events.length === 0 ? (
					<p className="text-ink-soft text-sm">{t("timeline.empty")}</p>
				) : (
					<Timeline
						label={t("timeline.title")}
						items={events.map((event) => ({
							id: String(event.id),
							title: t(`timeline.${event.kind}`, { name: rules(`guarantee.${event.guarantee}`) }),
							meta: `${formatDateTime(event.at, locale)} · ${event.actorLabel}`,
							body: [...detailsOf(t, event.values as Values), ...(event.note ? [event.note] : [])].map(
								(line) => (
									<p key={line} className="wrap-anywhere whitespace-pre-line">
										{line}
									</p>
								),
							),
							tone: eventTones[event.kind] ?? "neutral",
						}))}
					/>
				)}
			</CardBody>
		</Card>
	);
}
