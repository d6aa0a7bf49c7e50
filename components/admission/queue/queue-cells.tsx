import { StateBadge } from "@/components/admission/state-badge";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button-variants";
import { mayRelease, objectionToTaking } from "@/lib/domains/admission/policy";
import type { Queue, QueueRow } from "@/lib/domains/admission/rules/queue-rows";
import { type ReviewClock, readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import { formatDate } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import type { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export type QueueWords = Awaited<ReturnType<typeof getTranslations<"queue">>>;
export type CellProps = {
	row: QueueRow;
	clock: ReviewClock | null;
	queue: Queue;
	t: QueueWords;
	locale: Locale;
};

const clockTones: Record<ReviewClock["level"], BadgeTone> = {
	calm: "neutral",
	soon: "warning",
	overdue: "danger",
};

export function clockOfRow(row: QueueRow, { calendar, today }: Queue): ReviewClock | null {
	const waits = row.state === "SUBMITTED" || row.state === "IN_REVIEW";
	return waits && row.dueOn ? readReviewClock(calendar, row.dueOn, today) : null;
}

/** How much of the time for a decision is left, in words and colour; the day itself on hover. */
export function ClockCell({ clock, t, locale }: CellProps) {
	if (!clock) return <span className="text-ink-faint">–</span>;
	const { workingDaysLeft, level, dueOn } = clock;
	const text =
		level === "overdue"
			? t("sla.overdue", { count: -workingDaysLeft })
			: workingDaysLeft === 0
				? t("sla.today")
				: t("sla.left", { count: workingDaysLeft });
	return (
		<Badge
			tone={clockTones[level]}
			title={t("sla.due", { date: formatDate(dueOn, locale) })}
			className="figure"
		>
			{text}
		</Badge>
	);
}

export function ChecksCell({ row, t }: CellProps) {
	if (row.failedChecks === null) return <span className="text-ink-faint">{t("checks.none")}</span>;
	return row.failedChecks > 0 ? (
		<Badge tone="danger">{t("checks.failed", { count: row.failedChecks })}</Badge>
	) : (
		<Badge tone="success">{t("checks.passed")}</Badge>
	);
}

export function StateCell({ row, t }: CellProps) {
	const isLater = row.state === "IN_REVIEW" && row.reviewStage !== "FIRST";
	return (
		<span className="inline-flex flex-wrap items-center gap-1">
			<StateBadge state={row.state} label={t(`states.${row.state}`)} />
			{isLater && (
				<Badge
					tone={row.reviewStage === "LEAD" ? "warning" : "info"}
					title={t(`stageLong.${row.reviewStage}`)}
				>
					{t(`stages.${row.reviewStage}`)}
				</Badge>
			)}
		</span>
	);
}

const actClasses = {
	claim: buttonVariants({ size: "sm", variant: "soft" }),
	release: buttonVariants({ size: "sm", variant: "ghost" }),
};

function renderAct(act: "claim" | "release", label: string) {
	return (
		<button type="button" data-act={act} className={actClasses[act]}>
			{label}
		</button>
	);
}

/** What the reader may do with a row. The buttons are plain: the desk around the table hears them. */
export function ActionsCell({ row, queue, t }: CellProps) {
	const { viewer, canReview, involvements } = queue;
	const isWaiting = row.state === "SUBMITTED" || row.state === "IN_REVIEW";
	const isMine = canReview && mayRelease(row, viewer.userId);
	const isFree = row.assigneeId === null || row.state === "SUBMITTED";
	const objection =
		canReview && isWaiting && !isMine ? objectionToTaking(row, viewer, involvements.get(row.id)) : null;
	if (objection && objection !== "TRANSITION_ILLEGAL")
		return <span className="text-ink-faint text-xs">{t(`blocked.${objection}`)}</span>;
	const mayClaim = canReview && isWaiting && !isMine && isFree && objection === null;
	return (
		<span className="inline-flex items-center justify-end gap-1">
			{mayClaim && renderAct("claim", t("claim"))}
			{isMine && renderAct("release", t("release"))}
			{!mayClaim && (
				<a href={routes.ops.application(row.id)} tabIndex={-1} className={actClasses.release}>
					{t(isMine ? "open" : "view")}
				</a>
			)}
		</span>
	);
}
