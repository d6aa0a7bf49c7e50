import type { Metadata } from "next";
import Link from "next/link";
import { FreeShopTable } from "@/components/gmv/free-shop-table";
import { numberedPageHrefs, withQuery } from "@/components/gmv/page-href";
import { PartnersTabs } from "@/components/gmv/partners-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { StatCard } from "@/components/ui/stat-card";
import { pageSize } from "@/lib/domains/gmv/constants";
import { loadFreeShops, type Query } from "@/lib/domains/gmv/loaders";
import { formatBps, formatCompactFen, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ratioToBps } from "@/lib/platform/money/bps";
import { makeRatio } from "@/lib/platform/money/ratio";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("freeShops.title") };
}

export default async function FreeShopsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, { filter, shops, total, attribution, canBind }] = await Promise.all([
		getTranslations("gmv"),
		searchParams.then(loadFreeShops),
	]);
	const path = routes.ops.freeShops();
	return (
		<>
			<PageHeader
				title={t("partners.title")}
				description={t(filter.show ? "freeShops.descriptionAll" : "freeShops.description")}
			/>
			<PartnersTabs current="freeShops" />
			<UnattributedStats attribution={attribution} shops={total} isAll={filter.show === "all"} />
			<div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
				<SegmentedLinks
					label={t("freeShops.which")}
					links={[undefined, "all" as const].map((show) => ({
						href: withQuery(path, { q: filter.q, show }),
						label: t(show ? "freeShops.showAll" : "freeShops.showFree"),
						isCurrent: filter.show === show,
					}))}
				/>
				<Link
					href={routes.ops.unknownSales()}
					className="text-brand-ink text-sm underline-offset-4 hover:underline"
				>
					{t("freeShops.toUnknownSales")}
				</Link>
			</div>
			<FilterBar
				path={path}
				activeCount={Number(filter.q !== "")}
				keep={filter.show && { show: filter.show }}
			>
				<Field label={t("freeShops.search")}>
					<Input name="q" type="search" key={filter.q} defaultValue={filter.q} />
				</Field>
			</FilterBar>
			<Card className="mt-4 overflow-hidden">
				{shops.length > 0 ? (
					<FreeShopTable shops={shops} canBind={canBind} />
				) : (
					<EmptyState
						title={t(filter.q ? "freeShops.emptyFiltered" : "freeShops.empty")}
						description={t(filter.q ? "partners.clearHint" : "freeShops.emptyHint")}
					/>
				)}
				<Pagination total={total} {...numberedPageHrefs(path, filter, total, pageSize)} />
			</Card>
		</>
	);
}

async function UnattributedStats({
	attribution,
	shops,
	isAll,
}: {
	attribution: { netFen: bigint; unattributedNetFen: bigint };
	shops: number;
	isAll: boolean;
}) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const ratio = makeRatio(attribution.unattributedNetFen, attribution.netFen);
	return (
		<div className="mb-4 grid gap-4 sm:grid-cols-2">
			<StatCard
				label={t("freeShops.total")}
				value={formatCompactFen(attribution.unattributedNetFen, locale)}
				note={ratio && t("freeShops.shareNote", { share: formatBps(ratioToBps(ratio)) })}
			/>
			<StatCard label={t(isAll ? "freeShops.titleAll" : "freeShops.title")} value={formatCount(shops)} />
		</div>
	);
}
