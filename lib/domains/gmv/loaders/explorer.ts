import "server-only";
import { notFound } from "next/navigation";
import {
	type BuyerPeriod,
	readBoundShopBuyers,
	readPartnerBuyers,
	readShopBuyers,
} from "@/lib/domains/gmv/data/buyers";
import { listCellLines, listDaySummaries, readCellTotals } from "@/lib/domains/gmv/data/cell-lines";
import { findGroups, listGroups, readGroupLabels, readSeries } from "@/lib/domains/gmv/data/explorer";
import {
	listShopRegions,
	type Selection,
	selectAll,
	selectOwn,
} from "@/lib/domains/gmv/data/explorer-selection";
import { settleTotals } from "@/lib/domains/gmv/data/hold-totals";
import { listTracks } from "@/lib/domains/gmv/data/partners";
import { listShopProposals } from "@/lib/domains/gmv/data/proposals";
import {
	listShopEvents,
	listSpans,
	readMonthCells,
	type ShopView,
	seesDay,
	viewOwnShop,
	viewShop,
} from "@/lib/domains/gmv/data/shop-view";
import type { Query } from "@/lib/domains/gmv/loaders";
import type { BuyerFigures, ComingBuyers } from "@/lib/domains/gmv/rules/buyer-figures";
import { type ComparedPoint, compareSeries } from "@/lib/domains/gmv/rules/compare-series";
import {
	chooseGrain,
	grainsOf,
	periodBefore,
	resolveRange,
	yearBefore,
} from "@/lib/domains/gmv/rules/explorer-range";
import { buildTable } from "@/lib/domains/gmv/rules/explorer-table";
import type { Explored, ShopDay, ShopMonth } from "@/lib/domains/gmv/rules/explorer-view";
import { parseKnownOn } from "@/lib/domains/gmv/rules/known-on";
import {
	cellLinesSchema,
	type ExplorerFilter,
	explorerFilterSchema,
	shopMonthSchema,
} from "@/lib/domains/gmv/schema/explorer";
import { can } from "@/lib/platform/access/permissions";
import { primaryReader, type ReportReader, reportReader } from "@/lib/platform/db/reports";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import {
	businessDayOf,
	type Day,
	type DayRange,
	isDay,
	monthOf,
	monthRange,
	shiftMonth,
} from "@/lib/platform/time";

/** Groups with a line of their own in the chart. */
const CHARTED = 5;

function today() {
	return businessDayOf(new Date());
}

/** Begins to read figures that the page shows when they are there. */
function coming(range: DayRange, read: (period: BuyerPeriod) => Promise<BuyerFigures>): ComingBuyers {
	const figures = read({ ...range, asOf: today() });
	// Whoever shows them hears of a failure; until then it must not count as unhandled.
	figures.catch(() => undefined);
	return { range, figures };
}

/** A moment that is still to come asks for nothing: the figures are as they are. */
function withoutFuture(filter: ExplorerFilter): ExplorerFilter {
	const knownOn = parseKnownOn(filter.knownOn);
	return knownOn && knownOn > new Date() ? { ...filter, knownOn: "" } : filter;
}

/** By channel every shop day counts once, so that the line is of the very total above it. */
async function comparePeriods(
	reports: ReportReader,
	selection: Selection,
	periods: Pick<Explored, "range" | "before" | "yearBefore">,
	grain: Explored["grain"],
	{ compare = "before", measure }: ExplorerFilter,
): Promise<ComparedPoint[]> {
	const whole = { ...selection, group: "channel" as const };
	const before = periods[compare];
	const [now, earlier] = await Promise.all([
		readSeries(reports, whole, periods.range, grain, []),
		readSeries(reports, whole, before, grain, []),
	]);
	return compareSeries({ now: periods.range, earlier: before }, { now, earlier }, grain, measure);
}

async function explore(selection: Selection, filter: ExplorerFilter, isAhead: boolean): Promise<Explored> {
	if (selection.knownOn) await settleTotals();
	const reports = selection.knownOn ? primaryReader() : reportReader();
	const range = resolveRange(filter.preset, today(), filter.from, filter.to);
	const periods = { range, before: periodBefore(range), yearBefore: yearBefore(range) };
	const grain = chooseGrain(range, filter.by);
	const { measure, page } = filter;
	const isWhole = !selection.shopIds && !selection.track && !selection.channel && !selection.region;
	const partnerId = isWhole && selection.partnerIds?.length === 1 ? selection.partnerIds[0] : undefined;
	const now = await listGroups(reports, selection, range, measure, page, CHARTED);
	const keys = now.rows.map(({ key }) => key);
	const charted = now.rows.filter(({ rank }) => rank <= CHARTED).map(({ key }) => key);
	const [before, yearAgo, series, labels, tracks, regions, compared] = await Promise.all([
		findGroups(reports, selection, periods.before, measure, keys),
		findGroups(reports, selection, periods.yearBefore, measure, keys),
		readSeries(reports, selection, range, grain, charted),
		readGroupLabels(reports, selection, keys),
		listTracks(),
		listShopRegions(reports),
		filter.compare ? comparePeriods(reports, selection, periods, grain, filter) : null,
	]);
	return {
		filter,
		...periods,
		grain,
		grains: grainsOf(range),
		group: selection.group,
		knownOn: selection.knownOn,
		isAhead,
		named: { partner: selection.partnerName, shop: selection.shopName },
		table: buildTable(now, before, yearAgo, page),
		series,
		charted,
		compared,
		labels,
		tracks,
		regions,
		buyers:
			partnerId && !selection.knownOn
				? coming(range, (of) => readPartnerBuyers(reports, partnerId, of))
				: null,
		today: today(),
	};
}

export async function loadExplorer(query: Query): Promise<Explored> {
	const scope = await requireScope("gmv.read", routes.ops.gmv());
	const asked = explorerFilterSchema.parse(query);
	const filter = withoutFuture(asked);
	return explore(await selectAll(scope, filter), filter, filter !== asked);
}

/** The caller's own GMV; null before its admission. */
export async function loadOwnExplorer(query: Query): Promise<Explored | null> {
	const scope = await requireScope("partner.read-own", routes.partner.gmv());
	const asked = explorerFilterSchema.parse({ ...query, partner: "" });
	const filter = withoutFuture(asked);
	const selection = await selectOwn(scope, filter);
	return selection && explore(selection, filter, filter !== asked);
}

async function openShop(view: ShopView, query: Query): Promise<ShopMonth> {
	const { month = monthOf(view.lastDay ?? today()), measure } = shopMonthSchema.parse(query);
	const reports = reportReader();
	const [cells, spans, tracks] = await Promise.all([
		readMonthCells(reports, view, month),
		listSpans(view),
		listTracks(),
	]);
	const range = { from: `${shiftMonth(month, -11)}-01`, to: monthRange(month).to };
	const owner = view.ownPartnerId;
	const buyers = coming(range, (of) =>
		owner ? readBoundShopBuyers(reports, view.id, owner, of) : readShopBuyers(reports, view.id, of),
	);
	return { shop: view, month, measure, cells, spans, tracks, buyers, today: today() };
}

export async function loadShop(id: string, query: Query) {
	const scope = await requireScope("gmv.read", routes.ops.gmv());
	const view = await viewShop(scope, Number(id));
	if (!view) notFound();
	const [opened, events, proposals] = await Promise.all([
		openShop(view, query),
		listShopEvents(scope, view.id),
		listShopProposals(scope, view.id),
	]);
	return {
		...opened,
		events,
		proposals,
		canDecide: can(scope.role, "binding.manage"),
		canCorrect: can(scope.role, "binding.correct"),
	};
}

export async function loadOwnShop(id: string, query: Query) {
	const scope = await requireScope("partner.read-own", routes.partner.gmv());
	const view = await viewOwnShop(scope, Number(id));
	return view ? openShop(view, query) : notFound();
}

async function openDay(view: ShopView, day: Day, query: Query): Promise<ShopDay> {
	if (!isDay(day) || !(await seesDay(view, day))) notFound();
	const { channel = null, after } = cellLinesSchema.parse(query);
	const reports = reportReader();
	const [totals, page, summaries] = await Promise.all([
		readCellTotals(reports, view, day, channel),
		listCellLines(reports, view, day, channel, after),
		listDaySummaries(reports, view, day, channel),
	]);
	return { shop: view, day, channel, after, totals, ...page, summaries };
}

export async function loadShopDay(id: string, day: string, query: Query): Promise<ShopDay> {
	const scope = await requireScope("gmv.read", routes.ops.gmv());
	const view = await viewShop(scope, Number(id));
	return view ? openDay(view, day, query) : notFound();
}

export async function loadOwnShopDay(id: string, day: string, query: Query): Promise<ShopDay> {
	const scope = await requireScope("partner.read-own", routes.partner.gmv());
	const view = await viewOwnShop(scope, Number(id));
	return view ? openDay(view, day, query) : notFound();
}
