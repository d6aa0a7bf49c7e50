import type { Metadata } from "next";
import { DeskTabs } from "@/components/exams/desk-tabs";
import { FairnessCard } from "@/components/exams/fairness-card";
import { ItemTable } from "@/components/exams/item-table";
import { RateTable } from "@/components/exams/rate-table";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { StatCard } from "@/components/ui/stat-card";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { loadExamStatistics } from "@/lib/domains/certification/loaders/desk";
import { formatBps, formatCount, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const ITEMS_SHOWN = 50;
const MONTHS_SHOWN = 12;

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("examdesk"))("statistics.title") };
}

export default async function ExamStatisticsPage({ searchParams }: Props) {
	const [t, locale, { level, rates, items, fairness, sittings }] = await Promise.all([
		getTranslations("examdesk"),
		getLocale(),
		searchParams.then(loadExamStatistics),
	]);
	const ofLevel = (one: { level: string }) => one.level === level;
	return (
		<>
			<PageHeader title={t("statistics.title")} description={t("statistics.description")} />
			<DeskTabs current="statistics" />
			<div className="mt-4 space-y-6">
				<div className="grid gap-4 sm:grid-cols-3">
					{certificateLevels.map((one) => {
						const rate = rates.levels.find((row) => row.level === one);
						return (
							<StatCard
								key={one}
								label={`${t(`levels.${one}`)} · ${t("statistics.rate")}`}
								value={rate ? formatBps(Math.round((rate.passed / rate.sittings) * 10_000)) : "–"}
								note={
									rate
										? t("statistics.of", {
												passed: formatCount(rate.passed),
												sittings: formatCount(rate.sittings),
											})
										: t("statistics.nobody")
								}
							/>
						);
					})}
				</div>
				<SegmentedLinks
					label={t("statistics.levels")}
					links={certificateLevels.map((one) => ({
						href: `${routes.ops.examStatistics()}?level=${one}`,
						label: t(`levels.${one}`),
						isCurrent: one === level,
					}))}
				/>
				<div className="grid items-start gap-4 *:min-w-0 xl:grid-cols-3">
					<RateTable
						title={t("statistics.byTrack")}
						head={t("statistics.track")}
						rows={rates.tracks.filter(ofLevel)}
						nameOf={(code) => rates.trackNames.find((track) => track.code === code)?.[locale] ?? code}
					/>
					<RateTable
						title={t("statistics.byMonth")}
						head={t("statistics.month")}
						rows={rates.months.filter(ofLevel).slice(0, MONTHS_SHOWN)}
						nameOf={(month) => formatMonth(month, locale)}
					/>
					<FairnessCard fairness={fairness} />
				</div>
				<Card className="overflow-hidden">
					<CardHeader
						title={t("items.title")}
						description={`${t("statistics.judged", { count: formatCount(sittings) })} · ${t("items.explain")}`}
					/>
					{items.length === 0 ? (
						<EmptyState title={t("items.none")} description={t("items.noneHint")} />
					) : (
						<ItemTable items={items.slice(0, ITEMS_SHOWN)} />
					)}
					{items.length > ITEMS_SHOWN && (
						<p className="px-5 py-3 text-ink-faint text-xs">{t("items.first", { count: ITEMS_SHOWN })}</p>
					)}
				</Card>
			</div>
		</>
	);
}
