import "server-only";
import { readOpenForecast } from "@/lib/domains/programme/data/forecast";
import { readPoolUse } from "@/lib/domains/programme/data/standings";
import { overviewOf, readWorld } from "@/lib/domains/programme/data/world";
import { toCurve } from "@/lib/domains/programme/rules/curve";
import { crossingsOf, monthsOf } from "@/lib/domains/programme/rules/history";
import { findMovers } from "@/lib/domains/programme/rules/nearest";
import { PAGE_SIZE, selectPartners } from "@/lib/domains/programme/rules/partner-list";
import { historyQuerySchema, partnerQuerySchema } from "@/lib/domains/programme/schema";
import type { ProgrammeDashboard, ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import { reportReader } from "@/lib/platform/db/reports";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;

const MOVERS = 8;

async function openWorld(): Promise<ProgrammeWorld | null> {
	const scope = await requireScope("programme.read");
	return readWorld(reportReader(), scope, businessDayOf(new Date()));
}

/** The dashboard in three queries while nothing changed: the version of what it shows, the pools, and the forecast. */
export async function loadProgramme(): Promise<ProgrammeDashboard | null> {
	const scope = await requireScope("programme.read");
	const reports = reportReader();
	const today = businessDayOf(new Date());
	const [world, pools] = await Promise.all([readWorld(reports, scope, today), readPoolUse(reports, scope)]);
	if (!world) return null;
	return { ...world, overview: overviewOf(world), pools, forecast: await readOpenForecast(scope, world) };
}

/** Tracks and regions against a straight line. */
export async function loadSlices() {
	const world = await openWorld();
	return world && { ...world, overview: overviewOf(world) };
}

/** A page of the partners that the address asks for. */
export async function loadProgrammePartners(search: Query) {
	const query = partnerQuerySchema.parse(search);
	const world = await openWorld();
	if (!world) return null;
	const lines = selectPartners(world, query);
	const from = (query.page - 1) * PAGE_SIZE;
	return { world, query, total: lines.length, lines: lines.slice(from, from + PAGE_SIZE) };
}

/** Bands by month, the curve in the grain asked for, and who crossed a line in the month asked for. */
export async function loadProgrammeHistory(search: Query) {
	const query = historyQuerySchema.parse(search);
	const world = await openWorld();
	if (!world) return null;
	const { terms, asOf, moves, standings, days } = world;
	const months = monthsOf(terms, asOf);
	const month = months.find((one) => one === query.month) ?? months.at(-1) ?? null;
	return {
		world,
		overview: overviewOf(world),
		grain: query.by,
		curve: toCurve(days, query.by),
		months,
		month,
		crossings: month ? crossingsOf(moves, standings, terms.bands, month) : [],
		movers: findMovers(standings, MOVERS),
	};
}
