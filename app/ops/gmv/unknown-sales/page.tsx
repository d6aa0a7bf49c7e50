import type { Metadata } from "next";
import Link from "next/link";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { UnknownSaleLines, UnknownSalesShops } from "@/components/gmv/unknown-sales";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { StatCard } from "@/components/ui/stat-card";
import { pageSize } from "@/lib/domains/gmv/constants";
import { loadUnknownSales, type Query } from "@/lib/domains/gmv/loaders";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("unknownSales.title") };
}

type Loaded = Awaited<ReturnType<typeof loadUnknownSales>>;

export default async function UnknownSalesPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, loaded] = await Promise.all([getTranslations("gmv"), searchParams.then(loadUnknownSales)]);
	const { ofShop, filter } = loaded;
	return (
		<>
			<Crumb label={t("unknownSales.title")} />
			<PageHeader
				title={ofShop ? t("unknownSales.lines", { shop: filter.shop }) : t("unknownSales.title")}
				description={t("unknownSales.description")}
				actions={
					ofShop && (
						<Button asChild variant="secondary">
							<Link href={routes.ops.unknownSales()}>{t("unknownSales.back")}</Link>
						</Button>
					)
				}
			/>
			{ofShop ? <OfShop ofShop={ofShop} filter={filter} /> : <ByShop {...loaded} />}
		</>
	);
}

async function ByShop({ byShop, canBind, filter }: Loaded) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	if (!byShop || byShop.total === 0)
		return (
			<Card>
				<EmptyState title={t("unknownSales.empty")} description={t("unknownSales.emptyHint")} />
			</Card>
		);
	return (
		<div className="space-y-4">
			<div className="grid gap-4 sm:grid-cols-3">
				<StatCard label={t("unknownSales.amount")} value={formatCompactFen(byShop.amountFen, locale)} />
				<StatCard label={t("unknownSales.refunds")} value={formatCount(byShop.refunds)} />
				<StatCard label={t("unknownSales.shops")} value={formatCount(byShop.total)} />
			</div>
			<Card className="overflow-hidden">
				<CardHeader title={t("unknownSales.table")} description={t("unknownSales.tableHint")} />
				<UnknownSalesShops shops={byShop.shops} canBind={canBind} />
				<Pagination
					total={byShop.total}
					{...numberedPageHrefs(routes.ops.unknownSales(), filter, byShop.total, pageSize)}
				/>
			</Card>
		</div>
	);
}

async function OfShop({
	ofShop,
	filter,
}: {
	ofShop: NonNullable<Loaded["ofShop"]>;
	filter: Loaded["filter"];
}) {
	const t = await getTranslations("gmv");
	return (
		<Card className="overflow-hidden">
			{ofShop.refunds.length > 0 ? (
				<>
					<CardHeader title={t("unknownSales.refunds")} description={t("unknownSales.linesHint")} />
					<UnknownSaleLines refunds={ofShop.refunds} />
				</>
			) : (
				<EmptyState title={t("unknownSales.emptyShop")} description={t("unknownSales.emptyShopHint")} />
			)}
			<Pagination
				total={ofShop.total}
				{...numberedPageHrefs(routes.ops.unknownSales(), filter, ofShop.total, pageSize)}
			/>
		</Card>
	);
}
