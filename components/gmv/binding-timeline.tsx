import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { BindingItem } from "./binding-table";
import { type TrackName, trackLabel } from "./track-labels";

type Moment = { day: string; binding: BindingItem; kind: "bound" | "ended" };

/** Entries shown; the table beside it holds them all. */
const SHOWN = 20;

function listMoments(bindings: readonly BindingItem[]): Moment[] {
	return bindings
		.flatMap((binding): Moment[] => [
			{ day: binding.fromDay, binding, kind: "bound" },
			...(binding.toDay ? [{ day: binding.toDay, binding, kind: "ended" as const }] : []),
		])
		.sort((a, b) => b.day.localeCompare(a.day))
		.slice(0, SHOWN);
}

/** When shops came and went, the latest first. */
export async function BindingTimeline({
	bindings,
	tracks,
}: {
	bindings: readonly BindingItem[];
	tracks: readonly TrackName[];
}) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const items = listMoments(bindings).map(({ day, binding, kind }): TimelineItem => {
		const values = {
			shop: binding.shopName ?? binding.shopCode,
			track: trackLabel(tracks, binding.trackCode, locale),
		};
		return {
			id: `${binding.id}-${kind}`,
			title: t(kind === "bound" ? "partner.timelineBound" : "partner.timelineEnded", values),
			meta: formatDate(day, locale),
			tone: kind === "bound" ? "brand" : "neutral",
		};
	});
	return (
		<Card>
			<CardHeader title={t("partner.timeline")} />
			<CardBody>
				<Timeline label={t("partner.timeline")} items={items} />
			</CardBody>
		</Card>
	);
}
