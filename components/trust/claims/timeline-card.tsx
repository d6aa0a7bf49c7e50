import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline, type TimelineTone } from "@/components/ui/timeline";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import { formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Event = LoadedClaim["claim"]["events"][number];
type Values = Record<string, string | number | boolean | null>;

const tones: Partial<Record<Event["kind"], TimelineTone>> = {
	GRANTED: "success",
	PAID: "success",
	REFUSED: "danger",
	QUEUED: "warning",
	APPEALED: "warning",
	SCREENED: "brand",
};

type Speech = Awaited<ReturnType<typeof getTranslations<"trustclaims">>>;

/** What an event's sentence needs, in the reader's words. */
function wordsOf(t: Speech, values: Values) {
	const money = (name: string) => (values[name] == null ? "" : formatFen(BigInt(String(values[name]))));
	return {
		channel: values.channel ? t(`channel.${values.channel as "API"}`) : "",
		verdict: values.verdict ? t(`verdict.${values.verdict as "PASS"}`) : "",
		assignee: String(values.assignee ?? ""),
		amount: money("amountFen"),
		balance: money("balanceFen"),
	};
}

function titleOf(t: Speech, { kind, values }: Event): string {
	const said = values as Values;
	return t(`timeline.${kind === "ASSIGNED" && !said.assignee ? "UNASSIGNED" : kind}`, wordsOf(t, said));
}

export async function TimelineCard({ claim }: Pick<LoadedClaim, "claim">) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("timeline.title")} />
			<CardBody>
				<Timeline
					label={t("timeline.title")}
					items={claim.events.map((event) => ({
						id: String(event.id),
						title: titleOf(t, event),
						meta: `${formatDateTime(event.at, locale)} · ${event.actorUserId ? event.actorLabel : t(`party.${event.party}`)}`,
						body: event.note,
						tone: tones[event.kind] ?? "neutral",
					}))}
				/>
			</CardBody>
		</Card>
	);
}
