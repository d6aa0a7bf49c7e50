import { CircleCheck, CircleSlash, CircleX, Hourglass, PencilLine, PenLine, Scale } from "lucide-react";
import type { ReactNode } from "react";
import { SlaBadge } from "@/components/admission/sla-badge";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { openSteps, type Standing, standingOf } from "@/lib/domains/admission/rules/next-turn";
import type { ReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { ApplicationState, OwnActivation, OwnAppeal } from "@/lib/domains/admission/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

const looks: Record<Standing, { Icon: typeof Scale; classes: string }> = {
	SUBMITTED: { Icon: Hourglass, classes: "text-brand" },
	IN_REVIEW: { Icon: Hourglass, classes: "text-brand" },
	CHANGES_REQUESTED: { Icon: PencilLine, classes: "text-warning" },
	ACTIVATE: { Icon: PenLine, classes: "text-success" },
	DEPOSIT_CHECK: { Icon: Hourglass, classes: "text-brand" },
	APPROVED: { Icon: CircleCheck, classes: "text-success" },
	REJECTED: { Icon: CircleX, classes: "text-danger" },
	APPEAL_OPEN: { Icon: Scale, classes: "text-brand" },
	EXITED: { Icon: CircleSlash, classes: "text-ink-faint" },
	WITHDRAWN: { Icon: CircleSlash, classes: "text-ink-faint" },
};

export type NextPanelProps = {
	state: Exclude<ApplicationState, "DRAFT">;
	clock: ReviewClock | null;
	/** How many things a reviewer asked to have mended. */
	requestCount: number;
	activation: OwnActivation | null;
	appeals: readonly OwnAppeal[];
	actions?: ReactNode;
};

/** Where it stands: whose turn it is, what comes next and by when. */
export async function NextPanel({ state, activation, appeals, actions, ...panel }: NextPanelProps) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { standing, turn } = standingOf(state, activation, appeals);
	const { Icon, classes } = looks[standing];
	const clock = standing === "SUBMITTED" || standing === "IN_REVIEW" ? panel.clock : null;
	const dueOn = appeals.find((appeal) => appeal.state === "OPEN")?.dueOn ?? clock?.dueOn;
	const values = {
		dueOn: dueOn ? formatDate(dueOn, locale) : "",
		count: panel.requestCount,
		missing: activation
			? openSteps(activation)
					.map((step) => t(`status.missing.${step}`))
					.join(t("status.missing.and"))
			: "",
	};
	return (
		<section className="sail-lg flex flex-wrap items-start gap-5 border bg-surface p-5 sm:p-7">
			<Icon aria-hidden="true" className={cn("size-10 shrink-0", classes)} strokeWidth={1.5} />
			<div className="min-w-60 flex-1">
				<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
					<h2 className="font-semibold text-ink text-xl">{t(`status.next.${standing}.title`)}</h2>
					<Badge tone={turn === "company" ? "warning" : "neutral"}>{t(`status.who.${turn}`)}</Badge>
					{clock && <SlaBadge clock={clock} />}
				</div>
				<p className="mt-1.5 max-w-2xl text-ink-soft">{t(`status.next.${standing}.text`, values)}</p>
				{clock?.level === "overdue" && (
					<p className="mt-1 text-danger-ink text-sm">
						{t("status.overdue", { count: -clock.workingDaysLeft })}
					</p>
				)}
			</div>
			{actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
		</section>
	);
}
