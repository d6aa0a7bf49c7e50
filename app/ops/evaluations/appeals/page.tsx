import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { TierAppealsTable } from "@/components/tiers/appeals/appeals-table";
import { EvaluationTabs } from "@/components/tiers/policy/evaluation-tabs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { loadTierAppeals } from "@/lib/domains/tiers/loaders/tier-appeals";
import { tierAppealsHref, tierAppealTabs } from "@/lib/domains/tiers/rules/tier-appeal-query";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("tierappeals"))("ops.metaTitle") };
}

export default async function TierAppealsPage({ searchParams }: Props) {
	const [t, appeals] = await Promise.all([
		getTranslations("tierappeals"),
		searchParams.then(loadTierAppeals),
	]);
	const { query, counts, rows, next, calendar, today, periods } = appeals;
	return (
		<>
			<PageHeader
				title={t("ops.title")}
				description={t("ops.description", { days: periods.appealAnswerWorkingDays })}
			/>
			<EvaluationTabs current="appeals" openAppeals={counts.open} />
			<LinkTabs
				label={t("ops.tabsLabel")}
				tabs={tierAppealTabs.map((tab) => ({
					href: tierAppealsHref(tab),
					label: t(`ops.tabs.${tab}`),
					count: formatCount(counts[tab]),
					isCurrent: tab === query.tab,
				}))}
			/>
			<Card className="mt-4 overflow-hidden">
				{rows.length === 0 ? (
					<EmptyState title={t(`ops.empty.${query.tab}`)} description={t("ops.emptyHint")} />
				) : (
					<TierAppealsTable rows={rows} isOpen={query.tab === "open"} calendar={calendar} today={today} />
				)}
				<Pagination
					total={counts[query.tab]}
					previousHref={query.after ? tierAppealsHref(query.tab) : null}
					nextHref={next ? tierAppealsHref(query.tab, next) : null}
				/>
			</Card>
		</>
	);
}
