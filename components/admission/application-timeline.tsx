import { Timeline, type TimelineItem, type TimelineTone } from "@/components/ui/timeline";
import { standingOf } from "@/lib/domains/admission/rules/next-turn";
import type { ReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type {
	ApplicationState,
	OwnActivation,
	OwnAppeal,
	TimelineEvent,
} from "@/lib/domains/admission/types";
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
	/** What the company's own page adds. */
	appeals?: readonly OwnAppeal[];
	activation?: OwnActivation | null;
};

type DatedItem = TimelineItem & { at: Date };

/** What happened, newest first, under what comes next and by when. */
export async function ApplicationTimeline(props: ApplicationTimelineProps) {
	const { events, audience, appeals = [], activation = null } = props;
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const firstSubmission = events.findIndex((event) => event.event === "submit");
	const told: DatedItem[] = events.map((event, index) => {
		const isAgain = event.event === "submit" && index > firstSubmission;
		const who =
			audience === "company" && event.actorIsPlatform
				? t("events.platform")
				: (event.actorName ?? t("events.platform"));
		return {
			id: event.id,
			at: event.at,
			title: t(`events.${isAgain ? "resubmit" : event.event}`),
			meta: `${formatDateTime(event.at, locale)} · ${who}`,
			tone: tones[event.event],
		};
	});
	const past = [...told, ...(await appealItems(appeals)), ...(await activationItems(activation))]
		.sort((a, b) => b.at.getTime() - a.at.getTime() || told.indexOf(b) - told.indexOf(a))
		.map(({ at: _, ...item }): TimelineItem => item);
	return <Timeline label={t("status.timelineTitle")} items={[...(await nextItems(props)), ...past]} />;
}

/** Who is next, for what, and by when. */
async function nextItems({
	state,
	clock,
	audience,
	appeals = [],
	activation,
}: ApplicationTimelineProps): Promise<TimelineItem[]> {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const by = (dueOn: string) => t("events.waitingMeta", { dueOn: formatDate(dueOn, locale) });
	if ((state === "SUBMITTED" || state === "IN_REVIEW") && clock) {
		const tone = clock.level === "overdue" ? "danger" : "neutral";
		return [{ id: "next", title: t("events.waiting"), meta: by(clock.dueOn), tone }];
	}
	if (state === "CHANGES_REQUESTED") {
		const title = t(audience === "company" ? "events.waitingCompany" : "events.waitingApplicant");
		return [{ id: "next", title, tone: "neutral" }];
	}
	if (state === "DRAFT") return [];
	const { standing } = standingOf(state, activation ?? null, appeals);
	if (standing === "APPEAL_OPEN") {
		const appeal = appeals.find((one) => one.state === "OPEN");
		return [{ id: "next", title: t("events.waitingAppeal"), meta: appeal && by(appeal.dueOn) }];
	}
	if (standing === "ACTIVATE") return [{ id: "next", title: t("events.waitingActivation") }];
	if (standing === "DEPOSIT_CHECK") return [{ id: "next", title: t("events.waitingDeposit") }];
	return [];
}

async function appealItems(appeals: readonly OwnAppeal[]): Promise<DatedItem[]> {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	return appeals.flatMap((appeal): DatedItem[] => {
		const { id, number, filedAt, filedByName, decidedAt, state } = appeal;
		const filed: DatedItem = {
			id: `${id}-filed`,
			at: filedAt,
			title: t("events.appealFiled", { number }),
			meta: `${formatDateTime(filedAt, locale)} · ${filedByName ?? ""}`,
			tone: "brand",
		};
		if (!decidedAt || (state !== "DISMISSED" && state !== "OVERTURNED")) return [filed];
		const decided: DatedItem = {
			id: `${id}-decided`,
			at: decidedAt,
			title: t(`events.appeal${state}`),
			meta: `${formatDateTime(decidedAt, locale)} · ${t("events.platform")}`,
			tone: state === "OVERTURNED" ? "success" : "danger",
		};
		return [filed, decided];
	});
}

async function activationItems(activation: OwnActivation | null): Promise<DatedItem[]> {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { acceptance, deposit } = activation ?? { acceptance: null, deposit: null };
	const items: DatedItem[] = [];
	if (acceptance) {
		const { acceptedAt: at, acceptedByName } = acceptance;
		const meta = `${formatDateTime(at, locale)} · ${acceptedByName ?? ""}`;
		items.push({ id: "signed", at, title: t("events.signed"), meta, tone: "brand" });
	}
	if (deposit) {
		const at = deposit.reportedAt;
		items.push({
			id: "deposit",
			at,
			title: t("events.depositReported"),
			meta: formatDateTime(at, locale),
			tone: "brand",
		});
	}
	if (deposit?.checkedAt) {
		const at = deposit.checkedAt;
		const isReturned = deposit.state === "RETURNED";
		items.push({
			id: "checked",
			at,
			title: t(isReturned ? "events.depositReturned" : "events.depositConfirmed"),
			meta: `${formatDateTime(at, locale)} · ${t("events.platform")}`,
			tone: isReturned ? "warning" : "success",
		});
	}
	return items;
}
