import { describe, expect, it } from "vitest";
import { bandAtLevel, lineFen, sliceBy } from "@/lib/domains/programme/rules/bands";
import { bandHistory, crossingsOf, monthsOf } from "@/lib/domains/programme/rules/history";
import { paceSlices } from "@/lib/domains/programme/rules/lag";
import { phaseOf, summarise } from "@/lib/domains/programme/rules/overview";
import { paceOf } from "@/lib/domains/programme/rules/pace";
import { selectPartners } from "@/lib/domains/programme/rules/partner-list";
import { partnerQuerySchema } from "@/lib/domains/programme/schema";
import type {
	Band,
	BandMove,
	ProgrammeTerms,
	ProgrammeWorld,
	Standing,
} from "@/lib/domains/programme/types/dashboard";

const YI = 10_000_000_000n;
const billion: Band = {
	code: "b",
	nameZh: "10亿",
	nameEn: "1B",
	thresholdFen: 10n * YI,
	inclusive: true,
	targetCount: 100,
};
const hundred: Band = {
	code: "h",
	nameZh: "过亿",
	nameEn: "100M",
	thresholdFen: YI,
	inclusive: false,
	targetCount: 200,
};
const terms: ProgrammeTerms = {
	code: "p",
	nameZh: "计划",
	nameEn: "Programme",
	range: { from: "2026-01-01", to: "2027-01-01" },
	bands: [billion, hundred],
};

function standing(partnerId: string, netFen: bigint, more: Partial<Standing> = {}): Standing {
	return {
		partnerId,
		name: partnerId,
		trackCode: "t1",
		region: "浙江省",
		tier: 1,
		netFen,
		netBeforeMonthFen: netFen,
		lastMonthFen: 0n,
		monthBeforeFen: 0n,
		...more,
	};
}

const move = (month: string, partnerId: string, from: number, to: number, netFen = 0n): BandMove => ({
	month,
	partnerId,
	from,
	to,
	netFen,
});

function world(values: Partial<ProgrammeWorld>): ProgrammeWorld {
	const asOf = values.asOf === undefined ? "2026-03-10" : values.asOf;
	return {
		today: "2026-03-10",
		readAt: new Date(0),
		terms,
		asOf,
		pace: paceOf(terms.range, asOf ?? "2025-12-31"),
		phase: "RUNNING",
		standings: [],
		days: [],
		tracks: [],
		moves: [],
		...values,
	};
}

describe("lines and levels", () => {
	it("asks exactly 10亿 and one fen beyond 1亿, and counts levels from the lowest line up", () => {
		expect([lineFen(billion), lineFen(hundred)]).toEqual([10n * YI, YI + 1n]);
		expect([0, 1, 2].map((level) => bandAtLevel(level, terms.bands)?.code)).toEqual([undefined, "h", "b"]);
	});
});

describe("band history", () => {
	const moves = [
		move("2026-01", "a", 0, 2),
		move("2026-01", "b", 0, 1),
		move("2026-02", "a", 2, 1),
		move("2026-03", "b", 1, 0),
		move("2026-03", "c", 0, 1, 5n),
	];

	it("counts a partner once, in its highest band, at each month's end", () => {
		const history = bandHistory(moves, terms, "2026-03-10");
		expect(
			history.map(({ month, until, counts, rose, fell }) => [month, until, counts.b, counts.h, rose, fell]),
		).toEqual([
			["2026-01", "2026-01-31", 1, 1, 2, 0],
			["2026-02", "2026-02-28", 0, 2, 0, 1],
			["2026-03", "2026-03-10", 0, 2, 1, 1],
		]);
		expect(history[0]?.expectedTenths).toEqual({
			b: Math.floor((1000 * 31) / 365),
			h: Math.floor((2000 * 31) / 365),
		});
	});

	it("has no month before the first fact and none past the facts", () => {
		expect(monthsOf(terms, null)).toEqual([]);
		expect(bandHistory([], terms, null)).toEqual([]);
		expect(monthsOf(terms, "2026-01-01")).toEqual(["2026-01"]);
	});

	it("names who rose first and who fell after them, with the bands between", () => {
		const named = crossingsOf(moves, [standing("b", 0n), standing("c", 2n * YI)], terms.bands, "2026-03");
		expect(
			named.map(({ standing: { partnerId }, from, to, rose }) => [partnerId, from?.code, to?.code, rose]),
		).toEqual([
			["c", undefined, "h", true],
			["b", "h", undefined, false],
		]);
		expect(crossingsOf(moves, [], terms.bands, "2026-04")).toEqual([]);
	});
});

describe("who lags", () => {
	const pace = paceOf({ from: "2026-01-01", to: "2026-01-11" }, "2026-01-05");

	it("shares the target out by partners and by days, and adds up to the whole", () => {
		const standings = [
			standing("a", 90n, { trackCode: "small" }),
			standing("b", 40n, { trackCode: "large" }),
			standing("c", 40n, { trackCode: "large" }),
			standing("d", 39n, { trackCode: "large" }),
		];
		const slices = paceSlices(
			sliceBy(standings, terms.bands, (one) => one.trackCode),
			400n,
			pace,
		);
		expect(
			slices.map(({ key, expectedFen, aheadFen, aheadBps }) => [key, expectedFen, aheadFen, aheadBps]),
		).toEqual([
			["large", 150n, -31n, -2067n],
			["small", 50n, 40n, 8000n],
		]);
	});

	it("expects nothing before the first day, and divides by nothing", () => {
		const before = paceOf(terms.range, "2025-12-31");
		const [slice] = paceSlices([{ key: "t", partners: 1, netFen: 0n, inBand: {} }], 400n, before);
		expect(slice).toMatchObject({ expectedFen: 0n, aheadFen: 0n, aheadBps: null });
		expect(paceSlices([], 400n, pace)).toEqual([]);
	});
});

describe("phases", () => {
	it.each([
		["2025-12-31", "AHEAD"],
		["2026-01-01", "RUNNING"],
		["2026-12-31", "RUNNING"],
		["2027-01-01", "OVER"],
	])("%s is %s", (today, phase) => {
		expect(phaseOf(terms, today)).toBe(phase);
	});

	it("is all zeros without partners and facts", () => {
		const overview = summarise(world({ asOf: null }));
		expect(overview.bands.map((one) => [one.count, one.expectedTenths])).toEqual([
			[0, 0],
			[0, 0],
		]);
		expect(overview).toMatchObject({
			netFen: 0n,
			expectedFen: 0n,
			history: [],
			crossings: [],
			near: [],
			byTrack: [],
		});
		expect(overview.targetFen).toBe(100n * 10n * YI + 200n * YI);
	});
});

describe("the list of partners", () => {
	const standings = [
		standing("top", 12n * YI, { lastMonthFen: 1n }),
		standing("nine", 9n * YI, { trackCode: "t2", lastMonthFen: 3n }),
		standing("line", YI, { region: "广东省", lastMonthFen: 2n }),
		standing("half", YI / 2n),
		standing("none", 0n),
	];
	const moves = [move("2026-03", "nine", 0, 1), move("2026-03", "half", 1, 0), move("2026-02", "top", 0, 2)];
	const ask = (query: Record<string, string>) =>
		selectPartners(world({ standings, moves }), partnerQuerySchema.parse(query)).map(
			(one) => one.standing.partnerId,
		);

	it.each([
		[{}, ["top", "nine", "line", "half", "none"]],
		[{ band: "h" }, ["nine"]],
		[{ band: "below" }, ["line", "half", "none"]],
		[{ track: "t2" }, ["nine"]],
		[{ region: "广东省" }, ["line"]],
		[{ moved: "up" }, ["nine"]],
		[{ moved: "down" }, ["half"]],
		[{ q: "N" }, ["nine", "line", "none"]],
		[{ sort: "reach" }, ["line", "nine", "half", "top", "none"]],
		[{ sort: "need", order: "asc" }, ["line", "half", "nine", "top", "none"]],
		[{ sort: "month", order: "asc" }, ["half", "none", "top", "line", "nine"]],
		[{ sort: "nonsense", page: "-3", moved: "sideways" }, ["top", "nine", "line", "half", "none"]],
	] as const)("%j", (query, ids) => {
		expect(ask(query as Record<string, string>)).toEqual(ids);
	});
});
