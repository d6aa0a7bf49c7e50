import type { Metadata } from "next";
import { DepositFilters } from "@/components/admission/deposits/deposit-filters";
import { DepositTable } from "@/components/admission/deposits/deposit-table";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { DensitySwitch } from "@/components/ui/density-switch";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { loadDeposits } from "@/lib/domains/admission/loaders/deposits";
import { type DepositTab, depositTabs } from "@/lib/domains/admission/schema/activation";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { readPreferences } from "@/lib/platform/preferences/read";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("activation");
	return { title: t("list.title") };
}

export default async function DepositsPage({ searchParams }: Props) {
	const [t, list, { density }] = await Promise.all([
		getTranslations("activation"),
		searchParams.then(loadDeposits),
		readPreferences(),
	]);
	const { filter, rows, total, pageSize } = list;
	const address = { tab: filter.tab === "check" ? undefined : filter.tab, q: filter.q };
	return (
		<ClientMessages namespaces={["activation", "admission"]}>
			<PageHeader title={t("list.title")} description={t("list.description")} />
			<LinkTabs
				label={t("list.tabsLabel")}
				tabs={depositTabs.map((tab) => ({
					href: hrefOf(tab),
					label: t(`list.tabs.${tab}`),
					count: formatCount(list.tabCounts[tab]),
					isCurrent: tab === filter.tab,
				}))}
			/>
			<div className="mt-4 space-y-4">
				<DepositFilters filter={filter} />
				<Card className="overflow-hidden">
					<div className="flex justify-end border-b px-4 py-2">
						<DensitySwitch density={density} />
					</div>
					{rows.length > 0 ? (
						<DepositTable rows={rows} density={density} canCheck={list.canCheck} />
					) : (
						<EmptyState
							title={t(filter.q ? "list.emptyFiltered" : "list.empty")}
							description={t(filter.q ? "list.emptyFilteredHint" : "list.emptyHint")}
						/>
					)}
					<Pagination
						total={total}
						{...numberedPageHrefs(routes.ops.deposits(), { ...address, page: filter.page }, total, pageSize)}
					/>
				</Card>
			</div>
		</ClientMessages>
	);
}

function hrefOf(tab: DepositTab): string {
	return tab === "check" ? routes.ops.deposits() : `${routes.ops.deposits()}?tab=${tab}`;
}
