import { Check, CircleDashed, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import type { FirstDaysMilestone, FirstDaysPlan } from "@/lib/domains/admission/rules/first-ninety-days";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { daysBetween } from "@/lib/platform/time";

const hrefs: Record<FirstDaysMilestone, string> = {
	shop: routes.partner.shops(),
	gmv: routes.partner.shops(),
	expert: routes.partner.tier(),
	tier: routes.partner.tier(),
	verification: routes.partner.partnership(),
};

const looks = {
	done: { Icon: Check, classes: "border-brand bg-brand text-on-brand", tone: "success" },
	late: { Icon: TriangleAlert, classes: "border-warning bg-warning-soft text-warning-ink", tone: "warning" },
	open: { Icon: CircleDashed, classes: "border-line-strong/60 text-ink-faint", tone: "neutral" },
} as const;

/** A new partner's plan: what a good start holds, by when, and what the data show of it. */
export async function FirstDays({ plan }: { plan: FirstDaysPlan }) {
	const [t, locale] = await Promise.all([getTranslations("activation"), getLocale()]);
	const total = daysBetween(plan.admittedOn, plan.protectedUntil);
	const values = { day: plan.dayNumber + 1, total };
	return (
		<Card>
			<CardHeader
				title={t("plan.title", { total })}
				description={t("plan.text", { day: formatDate(plan.protectedUntil, locale) })}
				actions={<Badge tone="brand">{t("plan.day", values)}</Badge>}
			/>
			<CardBody className="px-2 pb-2">
				<div className="px-3 pb-3">
					<Progress
						label={t("plan.title", { total })}
						value={plan.dayNumber}
						max={total}
						valueText={t("plan.day", values)}
					/>
				</div>
				<ol>
					{plan.steps.map((step) => (
						<PlanStep key={step.milestone} {...step} />
					))}
				</ol>
			</CardBody>
		</Card>
	);
}

async function PlanStep({ milestone, due, doneOn, state }: FirstDaysPlan["steps"][number]) {
	const [t, locale] = await Promise.all([getTranslations("activation"), getLocale()]);
	const { Icon, classes, tone } = looks[state];
	const when =
		state === "done"
			? doneOn
				? t("plan.doneOn", { day: formatDate(doneOn, locale) })
				: t("plan.done")
			: t("plan.due", { day: formatDate(due, locale) });
	return (
		<li>
			<Link
				href={hrefs[milestone]}
				className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md px-3 py-3 -outline-offset-2 hover:bg-sunken sm:flex-nowrap"
			>
				<span
					aria-hidden="true"
					className={cn("flex size-8 shrink-0 items-center justify-center rounded-full border", classes)}
				>
					<Icon className="size-4" />
				</span>
				<span className="min-w-0 flex-1">
					<span className="block text-ink text-sm">{t(`plan.steps.${milestone}.title`)}</span>
					<span className="block text-ink-faint text-xs">{t(`plan.steps.${milestone}.text`)}</span>
				</span>
				<span className="figure flex shrink-0 items-center gap-2 text-ink-soft text-xs max-sm:w-full max-sm:pl-12">
					{when}
					<Badge tone={tone}>{t(`plan.states.${state}`)}</Badge>
				</span>
			</Link>
		</li>
	);
}
