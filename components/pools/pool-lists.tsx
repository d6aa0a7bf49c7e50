import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { PAGE_SIZE } from "@/lib/domains/pools/constants";
import { type PoolQuery, poolViews } from "@/lib/domains/pools/schema";
import type { PoolPage } from "@/lib/domains/pools/types/page";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ChangeList } from "./change-list";
import { GrantTable } from "./grant-table";
import { MonthTable } from "./month-table";
import { MovementTable } from "./movement-table";
import { ObjectionList } from "./objection-list";
import { PoolFilters } from "./pool-filters";

/** The neighbouring pages; the filters stay. */
function neighbours(id: string, query: PoolQuery, total: number) {
	const { page, ...filters } = query;
	const kept = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
	const hrefOf = (to: number) => routes.ops.poolView(id, { ...kept, page: String(to) });
	return {
		total,
		previousHref: page > 1 ? hrefOf(page - 1) : null,
		nextHref: page * PAGE_SIZE < total ? hrefOf(page + 1) : null,
	};
}

/** Grants, movements, statements and changes of a pool, one at a time. */
export async function PoolLists(page: PoolPage) {
	const t = await getTranslations("pools");
	const { pool, query } = page;
	return (
		<div className="space-y-4">
			<LinkTabs
				label={t("views.label")}
				tabs={poolViews.map((view) => ({
					href: routes.ops.poolView(pool.id, { view }),
					label: t(`views.${view}`),
					isCurrent: view === query.view,
				}))}
			/>
			{(query.view === "grants" || query.view === "movements") && (
				<PoolFilters path={routes.ops.pool(pool.id)} query={query} />
			)}
			<Card className="overflow-hidden">
				<PoolList {...page} />
			</Card>
			{page.objections.length > 0 && (
				<Card className="overflow-hidden">
					<CardHeader title={t("objections.title")} description={t("objections.hint")} />
					<ObjectionList objections={page.objections} canAnswer={page.canManage} />
				</Card>
			)}
		</div>
	);
}

async function PoolList({
	pool,
	query,
	today,
	canManage,
	canTrace,
	grants,
	movements,
	months,
	changes,
}: PoolPage) {
	const t = await getTranslations("pools");
	const list = grants ?? movements;
	if (list && list.total === 0)
		return <EmptyState title={t(`empty.${query.view}`)} description={t(`emptyHint.${query.view}`)} />;
	if (months?.length === 0)
		return <EmptyState title={t("empty.months")} description={t("emptyHint.months")} />;
	return (
		<>
			{grants && <GrantTable rows={grants.rows} unit={pool.unit} today={today} canManage={canManage} />}
			{movements && <MovementTable rows={movements.rows} unit={pool.unit} canTrace={canTrace} />}
			{months && <MonthTable rows={months} unit={pool.unit} poolId={pool.id} />}
			{query.view === "changes" && <ChangeList changes={changes} unit={pool.unit} />}
			{list && <Pagination {...neighbours(pool.id, query, list.total)} />}
		</>
	);
}
