import { SlaBadge } from "@/components/admission/sla-badge";
import { Banner } from "@/components/ui/banner";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import { LEAVE_WITHIN_DAYS } from "@/lib/domains/partnership/constants";
import type { ExitCaseRecord } from "@/lib/domains/partnership/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { WorkCalendar } from "@/lib/platform/time/working-days";
import { DayBadge } from "./day-badge";
import { DecisionRecord } from "./decision-record";
import { TakeBackButton } from "./exit-buttons";
import { ExitRecord } from "./exit-record";
import { ReplyForm } from "./reply-form";

type Props = {
	exit: ExitCaseRecord | null;
	files: { notice: readonly EvidenceFile[]; reply: readonly EvidenceFile[] };
	noticeId: string | null;
	calendar: WorkCalendar;
	today: string;
	may: { reply: boolean; takeBack: boolean; isOwner: boolean };
};

/** An exit case before the partner: whose turn it is, by when, and what to do. */
export async function OwnExit(props: Props) {
	const { exit, files, noticeId, may, today } = props;
	const locale = await getLocale();
	if (!exit) return null;
	// What was taken back is history; the timeline tells it.
	if (exit.state === "CANCELLED") return null;
	return (
		<>
			<WhoseTurn {...props} exit={exit} />
			<DecisionRecord exit={exit} noticeId={noticeId} />
			{may.reply && (
				<ReplyForm
					target={{ caseId: exit.id, version: exit.version }}
					files={files.reply}
					day={formatDate(exit.replyBy, locale)}
				/>
			)}
			{(exit.state !== "DISMISSED" || today <= exit.replyBy) && <ExitRecord exit={exit} files={files} />}
		</>
	);
}

async function WhoseTurn({ exit, calendar, today, may }: Props & { exit: ExitCaseRecord }) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	if (exit.state === "NOTICE") {
		const isOpen = exit.replyBy >= today;
		const day = formatDate(exit.replyBy, locale);
		return (
			<Banner
				tone={isOpen ? "danger" : "warning"}
				title={t(isOpen ? "own.noticeTitle" : "own.windowOver", { number: exit.number })}
				actions={<DayBadge day={exit.replyBy} today={today} />}
			>
				{t(isOpen ? (may.isOwner ? "own.noticeText" : "own.noticeMember") : "own.windowOverText", { day })}
			</Banner>
		);
	}
	if (exit.state !== "REPLIED") return null;
	const isOwn = exit.kind === "VOLUNTARY";
	const values = {
		number: exit.number,
		day: exit.decideBy ? formatDate(exit.decideBy, locale) : "",
		days: LEAVE_WITHIN_DAYS,
	};
	return (
		<Banner
			tone="warning"
			title={t(isOwn ? "own.requestTitle" : "own.waitingTitle", values)}
			actions={
				<>
					{exit.decideBy && <SlaBadge clock={readReviewClock(calendar, exit.decideBy, today)} />}
					{may.takeBack && <TakeBackButton target={{ caseId: exit.id, version: exit.version }} />}
				</>
			}
		>
			{t(isOwn ? "own.requestText" : "own.waitingText", values)}
		</Banner>
	);
}
