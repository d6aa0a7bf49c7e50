import { Timeline, type TimelineItem, type TimelineTone } from "@/components/ui/timeline";
import type { ReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { ApplicationState, TimelineEvent } from "@/lib/domains/admission/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

const tones: Record<TimelineEvent["event"], TimelineTone> = {
	start: "neutral",
	submit: "brand",
	claim: "brand",
	release: "neutral",
	take_over: "neutral",
	assign: "neutral",
	give_opinion: "brand",
	request_changes: "warning",
	approve: "success",
	reject: "danger",
	reopen: "brand",
	withdraw: "neutral",
};

export type ApplicationTimelineProps = {
	events: readonly TimelineEvent[];
	state: ApplicationState;
	clock: ReviewClock | null;
	/** The applicant reads "the platform" where staff read names. */
	audience: "company" | "platform";
};

/** What happened, newest first, under what comes next and by when. */
export async function ApplicationTimeline({ events, state, clock, audience }: ApplicationTimelineProps) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const firstSubmission = events.findIndex((event) => event.event === "submit");
	const past: TimelineItem[] = events.map((event, index) => {
		const isAgain = event.event === "submit" && index > firstSubmission;
		const who =
			audience === "company" && event.actorIsPlatform
				? t("events.platform")
				: (event.actorName ?? t("events.platform"));
		return {
			id: event.id,
			title: t(`events.${isAgain ? "resubmit" : event.event}`),
			meta: `${formatDateTime(event.at, locale)} · ${who}`,
			tone: tones[event.event],
		};
	});
	const waits = state === "SUBMITTED" || state === "IN_REVIEW";
	const next: TimelineItem[] = [];
	if (waits && clock) {
		const meta = t("events.waitingMeta", { dueOn: formatDate(clock.dueOn, locale) });
		next.push({
			id: "next",
			title: t("events.waiting"),
			meta,
			tone: clock.level === "overdue" ? "danger" : "neutral",
		});
	}
	if (state === "CHANGES_REQUESTED") {
		const title = t(audience === "company" ? "events.waitingCompany" : "events.waitingApplicant");
		next.push({ id: "next", title, tone: "neutral" });
	}
	return <Timeline label={t("status.timelineTitle")} items={[...next, ...past.reverse()]} />;
}
