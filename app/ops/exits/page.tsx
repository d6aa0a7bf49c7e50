import type { Metadata } from "next";
import { ExitTable } from "@/components/partnership/exit-table";
import { listHref, neighbours } from "@/components/partnership/list-href";
import { ListSearch } from "@/components/partnership/list-search";
import { RefundTable } from "@/components/partnership/refund-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { loadExits } from "@/lib/domains/partnership/loaders/ops";
import { exitTabs } from "@/lib/domains/partnership/schema/queries";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("partnership");
	return { title: t("exits.title") };
}

export default async function ExitsPage({ searchParams }: Props) {
	const [t, page] = await Promise.all([getTranslations("partnership"), searchParams.then(loadExits)]);
	const { query, counts, exits, refunds } = page;
	const path = routes.ops.exits();
	const list = exits ?? refunds;
	return (
		<ClientMessages namespaces={["partnership", "errors"]}>
			<PageHeader title={t("exits.title")} description={t("exits.description")} />
			<LinkTabs
				label={t("exits.tabsLabel")}
				tabs={exitTabs.map((tab) => ({
					href: listHref(path, { tab, q: query.q }),
					label: t(`exits.tabs.${tab}`),
					count: formatCount(counts[tab]),
					isCurrent: tab === query.tab,
				}))}
			/>
			<div className="mt-4 space-y-4">
				<ListSearch path={path} tab={query.tab} q={query.q} hasNumbers />
				<Card className="overflow-hidden">
					{exits && exits.rows.length > 0 && (
						<ExitTable rows={exits.rows} calendar={page.calendar} today={page.today} policy={page.policy} />
					)}
					{refunds && refunds.rows.length > 0 && <RefundTable {...page} rows={refunds.rows} />}
					{list?.rows.length === 0 && (
						<EmptyState
							title={t(query.q ? "list.emptyFiltered" : `exits.empty.${query.tab}`)}
							description={t(query.q ? "list.emptyFilteredHint" : "exits.emptyHint")}
						/>
					)}
					<Pagination {...neighbours(path, query, list?.total ?? 0)} />
				</Card>
			</div>
		</ClientMessages>
	);
}
