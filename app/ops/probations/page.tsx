import type { Metadata } from "next";
import { listHref, neighbours } from "@/components/partnership/list-href";
import { ListSearch } from "@/components/partnership/list-search";
import { ProbationCard } from "@/components/partnership/probation-card";
import { UnplannedTable } from "@/components/partnership/unplanned-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { loadProbations } from "@/lib/domains/partnership/loaders/ops";
import { probationTabs } from "@/lib/domains/partnership/schema/queries";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("partnership");
	return { title: t("probations.title") };
}

export default async function ProbationsPage({ searchParams }: Props) {
	const [t, page] = await Promise.all([getTranslations("partnership"), searchParams.then(loadProbations)]);
	const { query, counts, probations, unplanned } = page;
	const path = routes.ops.probations();
	const list = probations ?? unplanned;
	return (
		<ClientMessages namespaces={["partnership", "files", "errors"]}>
			<PageHeader title={t("probations.title")} description={t("probations.description")} />
			<LinkTabs
				label={t("probations.tabsLabel")}
				tabs={probationTabs.map((tab) => ({
					href: listHref(path, { tab, q: query.q }),
					label: t(`probations.tabs.${tab}`),
					count: formatCount(counts[tab]),
					isCurrent: tab === query.tab,
				}))}
			/>
			<div className="mt-4 space-y-4">
				<ListSearch path={path} tab={query.tab} q={query.q} />
				{probations?.rows.map((row) => (
					<ProbationCard key={row.id} {...page} probation={row} />
				))}
				<Card className="overflow-hidden">
					{unplanned && unplanned.rows.length > 0 && <UnplannedTable {...page} rows={unplanned.rows} />}
					{list?.rows.length === 0 && (
						<EmptyState
							title={t(query.q ? "list.emptyFiltered" : `probations.empty.${query.tab}`)}
							description={t(query.q ? "list.emptyFilteredHint" : "probations.emptyHint")}
						/>
					)}
					<Pagination {...neighbours(path, query, list?.total ?? 0)} />
				</Card>
			</div>
		</ClientMessages>
	);
}
