import { CircleCheck, CircleSlash, CircleX, Hourglass, PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import { SlaBadge } from "@/components/admission/sla-badge";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { ReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { ApplicationState } from "@/lib/domains/admission/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Shown = Exclude<ApplicationState, "DRAFT">;

const looks = {
	SUBMITTED: { Icon: Hourglass, turn: "platform", classes: "text-brand" },
	IN_REVIEW: { Icon: Hourglass, turn: "platform", classes: "text-brand" },
	CHANGES_REQUESTED: { Icon: PencilLine, turn: "company", classes: "text-warning" },
	APPROVED: { Icon: CircleCheck, turn: "none", classes: "text-success" },
	REJECTED: { Icon: CircleX, turn: "none", classes: "text-danger" },
	WITHDRAWN: { Icon: CircleSlash, turn: "none", classes: "text-ink-faint" },
} as const;

export type NextPanelProps = {
	state: Shown;
	clock: ReviewClock | null;
	/** How many things a reviewer asked to have mended. */
	requestCount: number;
	actions?: ReactNode;
};

/** Where it stands: whose turn it is, what comes next and by when. */
export async function NextPanel({ state, clock, requestCount, actions }: NextPanelProps) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { Icon, turn, classes } = looks[state];
	const waits = turn === "platform" && clock;
	const values = { dueOn: clock ? formatDate(clock.dueOn, locale) : "", count: requestCount };
	return (
		<section className="sail-lg flex flex-wrap items-start gap-5 border bg-surface p-5 sm:p-7">
			<Icon aria-hidden="true" className={cn("size-10 shrink-0", classes)} strokeWidth={1.5} />
			<div className="min-w-60 flex-1">
				<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
					<h2 className="font-semibold text-ink text-xl">{t(`status.next.${state}.title`)}</h2>
					<Badge tone={turn === "company" ? "warning" : "neutral"}>{t(`status.who.${turn}`)}</Badge>
					{waits && <SlaBadge clock={clock} />}
				</div>
				<p className="mt-1.5 max-w-2xl text-ink-soft">{t(`status.next.${state}.text`, values)}</p>
				{waits && clock.level === "overdue" && (
					<p className="mt-1 text-danger-ink text-sm">
						{t("status.overdue", { count: -clock.workingDaysLeft })}
					</p>
				)}
			</div>
			{actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
		</section>
	);
}
