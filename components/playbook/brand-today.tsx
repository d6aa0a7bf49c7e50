import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard } from "@/components/ui/stat-card";
import { daysOverdue, type Station } from "@/lib/domains/playbook/rules/show-items";
import type { ShownItem } from "@/lib/domains/playbook/types/items";
import type { StepsGlance } from "@/lib/domains/playbook/types/step-results";
import type { Step } from "@/lib/domains/playbook/types/template";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";
import { Stations } from "./stations";
import { MovesCard } from "./stations/moves-card";
import { StepBanner } from "./stations/step-banner";

type Props = {
	today: Day;
	stations: readonly Station[];
	view: StepsGlance | null;
	step: Step | null;
	attention: readonly ShownItem[];
	due: number;
	proposed: number;
	yesterdayFen: bigint;
	dayBeforeFen: bigint;
};

/** Where the brand is, what is due, what blocks and what the numbers did since yesterday. */
export async function BrandToday({ today, stations, view, step, attention, due, proposed, ...net }: Props) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	if (stations.every(({ required }) => required === 0))
		return (
			<Card className="mb-6">
				<EmptyState title={t("home.notStarted")} description={t("home.notStartedHint")} />
			</Card>
		);
	const blocker = attention.find((one) => one.isRequired && one.step === step && daysOverdue(one, today) > 0);
	const overdue = stations.reduce((sum, one) => sum + one.overdue, 0);
	const deltas =
		net.dayBeforeFen > 0n
			? [
					{
						label: t("home.dayBefore"),
						bps: Number(((net.yesterdayFen - net.dayBeforeFen) * 10_000n) / net.dayBeforeFen),
					},
				]
			: undefined;
	return (
		<div className="mb-6 space-y-4">
			<div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
				<StatCard
					label={t("home.now")}
					value={step ? `${step} ${t(`step.${step}`)}` : t("home.allDone")}
					note={step ? t("list.progress", stations[step - 1] ?? { done: 0, required: 0 }) : undefined}
					emphasis
				/>
				<StatCard
					label={t("home.due")}
					value={formatCount(due)}
					note={`${t("home.overdue")} ${formatCount(overdue)}`}
				/>
				<StatCard label={t("home.proposed")} value={formatCount(proposed)} />
				<StatCard
					label={t("home.yesterday")}
					value={formatCompactFen(net.yesterdayFen, locale)}
					deltas={deltas}
					note={deltas ? undefined : t("home.noNumbers")}
				/>
			</div>
			{blocker ? (
				<Banner
					tone="warning"
					title={t("home.blocking")}
					actions={
						<Button asChild variant="secondary" size="sm">
							<Link href={routes.brand.playbookItem(blocker.id)}>{t("list.title")}</Link>
						</Button>
					}
				>
					{t("home.blockedBy", {
						item: blocker.title,
						days: daysOverdue(blocker, today),
						step: blocker.step,
					})}
				</Banner>
			) : (
				<StepBanner view={view} step={step} fallback={t("home.noBlock")} />
			)}
			<Stations stations={stations} view={view} step={step} stepHref={routes.brand.playbook} />
			<div className="grid items-start gap-4 xl:grid-cols-2">
				<Attention items={attention} today={today} />
				{view && <MovesCard view={view} />}
			</div>
		</div>
	);
}

async function Attention({ items, today }: { items: readonly ShownItem[]; today: Day }) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	return (
		<Card>
			<CardHeader
				title={t("home.attention")}
				description={t("home.attentionHint")}
				actions={
					<Button asChild size="sm">
						<Link href={routes.brand.playbook()}>{t("home.open")}</Link>
					</Button>
				}
			/>
			{items.length === 0 ? (
				<EmptyState title={t("home.nothing")} description={t("home.nothingHint")} />
			) : (
				<ul className="divide-y border-t">
					{items.map((item) => {
						const late = daysOverdue(item, today);
						return (
							<li key={item.id} className="flex items-center justify-between gap-3 px-5 py-3 text-sm">
								<Link
									href={routes.brand.playbookItem(item.id)}
									prefetch={false}
									className="min-w-0 text-ink underline-offset-4 hover:underline"
								>
									{item.title}
									<span className="block text-ink-faint text-xs">
										{t(`step.${item.step}`)} · {t(`owner.${item.owner}`)}
									</span>
								</Link>
								{item.state === "PROPOSED" ? (
									<Badge tone="warning">{t("state.PROPOSED")}</Badge>
								) : (
									<span
										className={
											late > 0 ? "shrink-0 text-danger-ink text-xs" : "shrink-0 text-ink-faint text-xs"
										}
									>
										{late > 0
											? t("list.overdue", { days: late })
											: t("list.due", { day: formatDate(item.dueOn, locale) })}
									</span>
								)}
							</li>
						);
					})}
				</ul>
			)}
		</Card>
	);
}
