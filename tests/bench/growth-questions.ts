import { readPartnerBuyers } from "@/lib/domains/gmv/data/buyers";
import { listCellLines, listDaySummaries, readCellTotals } from "@/lib/domains/gmv/data/cell-lines";
import { findGroups, listGroups, readGroupLabels, readSeries } from "@/lib/domains/gmv/data/explorer";
import {
	listShopRegions,
	type Selection,
	selectAll,
	selectOwn,
} from "@/lib/domains/gmv/data/explorer-selection";
import { listFreeShops, readAttribution } from "@/lib/domains/gmv/data/free-shops";
import { readMonthsKnownOn } from "@/lib/domains/gmv/data/known-on";
import { listPartners, listTracks, readPartnerGmv } from "@/lib/domains/gmv/data/partners";
import {
	listSpans,
	readMonthCells,
	type ShopView,
	seesDay,
	viewOwnShop,
	viewShop,
} from "@/lib/domains/gmv/data/shop-view";
import { chooseGrain, periodBefore, resolveRange, yearBefore } from "@/lib/domains/gmv/rules/explorer-range";
import { type ExplorerFilter, explorerFilterSchema } from "@/lib/domains/gmv/schema/explorer";
import { readPlatformDays, readProgramme, readStandings } from "@/lib/domains/programme/data/standings";
import { pool } from "@/lib/platform/db/pool";
import { reportReader } from "@/lib/platform/db/reports";
import type { World } from "./growth-world";

/** The last day of the facts; a page opened on it asks for what is before. */
const TODAY = "2010-12-09";
const CHARTED = 5;
const reports = reportReader();

export type Question = {
	name: string;
	/** Whether its time is held to the growth bound; a question as of an instant reads the log of changes. */
	isBounded: boolean;
	ask(): Promise<unknown>;
};

/** What the explorer's page reads, in the order `loaders/explorer` reads it. */
async function explore(
	selection: Selection | null,
	filter: ExplorerFilter,
	mayBeEmpty = false,
): Promise<void> {
	if (!selection) throw new Error("the bench's partner has nothing to see");
	const range = resolveRange(filter.preset, TODAY, filter.from, filter.to);
	const { measure } = filter;
	const now = await listGroups(reports, selection, range, measure, filter.page, CHARTED);
	const keys = now.rows.map(({ key }) => key);
	if (keys.length === 0 && !mayBeEmpty) throw new Error("the bench's explorer finds nothing");
	await Promise.all([
		findGroups(reports, selection, periodBefore(range), measure, keys),
		findGroups(reports, selection, yearBefore(range), measure, keys),
		readSeries(reports, selection, range, chooseGrain(range, filter.by), keys.slice(0, CHARTED)),
		readGroupLabels(reports, selection, keys),
		listTracks(),
		listShopRegions(reports),
	]);
}

async function openMonth(view: ShopView | null): Promise<void> {
	if (!view) throw new Error("the bench's shop is not seen");
	await Promise.all([readMonthCells(reports, view, "2010-11"), listSpans(view), listTracks()]);
}

async function openDay(view: ShopView | null, day: string): Promise<void> {
	if (!view || !(await seesDay(view, day))) throw new Error("the bench's day is not seen");
	const [totals, page] = await Promise.all([
		readCellTotals(reports, view, day, null),
		listCellLines(reports, view, day, null, ""),
		listDaySummaries(reports, view, day, null),
	]);
	if (totals.lines === 0 || !page.next) throw new Error("the bench's cell has no second page");
}

/** The day on which the shop has most lines: the worst a drill-down can meet. */
async function findFullestDay(shop: number): Promise<string> {
	const { rows } = await pool().query<{ day: string }>(
		"SELECT day FROM order_lines WHERE shop_id = $1 GROUP BY day ORDER BY count(*) DESC, day LIMIT 1",
		[shop],
	);
	return rows[0]?.day ?? "";
}

/** The questions that pages ask, through the functions they ask them with. */
export async function listQuestions({ ops, own, ownPartnerId, biggestShop }: World): Promise<Question[]> {
	const fullest = await findFullestDay(biggestShop);
	const beforeAll = new Date("2020-01-01");
	const filterOf = (values: Record<string, string>) => explorerFilterSchema.parse(values);
	const all = async (values: Record<string, string>, mayBeEmpty = false) => {
		const filter = filterOf(values);
		await explore(await selectAll(ops, filter), filter, mayBeEmpty);
	};
	const mine = async (values: Record<string, string>) => {
		const filter = filterOf(values);
		await explore(await selectOwn(own, filter), filter);
	};
	const year = { preset: "custom", from: "2009-12-10", to: TODAY };
	const lastMonth = { from: "2010-11-09", to: TODAY };
	const odd = { preset: "custom", from: "2010-02-11", to: "2010-11-20" };
	const bounded: Record<string, () => Promise<unknown>> = {
		"programme dashboard": () =>
			Promise.all([
				readProgramme(reports, ops, TODAY),
				readStandings(reports, ops, TODAY),
				readPlatformDays(reports, ops, TODAY),
			]),
		"partners list": () => listPartners(ops, { q: "", track: "", page: 1, shop: "" }, TODAY),
		"a partner's GMV": () => readPartnerGmv(ownPartnerId, TODAY),
		"free shops": () => listFreeShops(ops, { q: "", page: 1 }, TODAY),
		attribution: () => readAttribution(ops),
		"/ops/gmv as opened": () => all({}),
		"/ops/gmv year by shop": () => all({ ...year, group: "shop" }),
		"/ops/gmv year by channel and day": () => all({ ...year, group: "channel", by: "day" }),
		"/ops/gmv odd range by track": () => all({ ...odd, group: "track" }),
		"/ops/gmv one region by partner": () => all({ ...odd, group: "partner", region: "浙江省" }),
		"/partner/gmv as opened": () => mine({}),
		"/partner/gmv year by shop": () => mine({ ...year, group: "shop" }),
		"a shop's month": async () => openMonth(await viewShop(ops, biggestShop)),
		"an own shop's month": async () => openMonth(await viewOwnShop(own, biggestShop)),
		"the fullest cell, first page": async () => openDay(await viewShop(ops, biggestShop), fullest),
		"the same by its partner": async () => openDay(await viewOwnShop(own, biggestShop), fullest),
		"as known just now": () => readMonthsKnownOn(new Date(Date.now() - 1000)),
	};
	return [
		...Object.entries(bounded).map(([name, ask]) => ({ name, isBounded: true, ask })),
		{ name: "as known before it all", isBounded: false, ask: () => readMonthsKnownOn(beforeAll) },
		{
			name: "/ops/gmv as known in June",
			isBounded: false,
			ask: () => all({ ...year, group: "partner", knownOn: "2010-06-01T00:00" }, true),
		},
		{
			name: "buyers of a partner, 30 days, from the lines",
			isBounded: false,
			ask: () => readPartnerBuyers(reports, ownPartnerId, { ...lastMonth, asOf: TODAY }),
		},
	];
}
