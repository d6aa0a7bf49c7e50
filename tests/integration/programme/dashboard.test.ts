import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readPoolUse } from "@/lib/domains/programme/data/standings";
import { overviewOf, readWorld } from "@/lib/domains/programme/data/world";
import { clearTouches } from "@/lib/domains/programme/mutations/clear-touches";
import { bandOf } from "@/lib/domains/programme/rules/bands";
import type { ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { reportReader } from "@/lib/platform/db/reports";
import { readEnv } from "@/lib/platform/env/env";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day, lastDayOf, type Month } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { createPartner, rebuildRollups, recordGmv } from "@/tests/factories/tiers";

const YI = 10_000_000_000n;
const TODAY: Day = "2026-03-12";
let scope: PlatformScope;

async function createProgramme(startDay: Day, endDay: Day): Promise<void> {
	const names = { nameZh: "造风者计划", nameEn: "Windmaker" };
	const band = (code: string, position: number, yi: bigint, inclusive: boolean, targetCount: number) => ({
		code,
		position,
		nameZh: code,
		nameEn: code,
		thresholdFen: yi * YI,
		inclusive,
		targetCount,
	});
	await db().programme.create({
		data: {
			code: "windmaker",
			...names,
			startDay: new Date(`${startDay}T00:00:00Z`),
			endDay: new Date(`${endDay}T00:00:00Z`),
			bands: { create: [band("over", 2, 1n, false, 200), band("ten", 1, 10n, true, 100)] },
		},
	});
}

/** Five partners whose months cross lines, sit on them, fall through refunds, and sell nothing. */
async function createWorld(startDay: Day, endDay: Day): Promise<void> {
	await createProgramme(startDay, endDay);
	const plans: [name: string, track: string, amounts: Record<Day, [paid: bigint, refunded: bigint]>][] = [
		["jumps two lines", "training", { "2026-01-20": [10n * YI, 0n] }],
		["falls by a refund", "training", { "2026-01-16": [2n * YI, 0n], "2026-03-03": [0n, YI] }],
		["crosses by a fen", "supply_chain", { "2026-02-01": [YI, 0n], "2026-03-12": [1n, 0n] }],
		["sells before the start only", "supply_chain", { "2026-01-14": [50n * YI, 0n] }],
		[
			"rises, falls, rises",
			"training",
			{ "2026-01-31": [11n * YI, 0n], "2026-02-28": [0n, 2n * YI], "2026-03-01": [YI, 0n] },
		],
	];
	for (const [name, track, amounts] of plans) {
		const partner = await createPartner({ name, track });
		const days = Object.entries(amounts).map(([day, [paidFen, refundedFen]]) => ({
			day,
			paidFen,
			refundedFen,
		}));
		await recordGmv(partner.id, days);
	}
	await recordGmv(null, [{ day: "2026-02-10", paidFen: 3n * YI }]);
	await rebuildRollups();
}

async function read(today = TODAY): Promise<ProgrammeWorld> {
	const world = await readWorld(reportReader(), scope, today);
	if (!world) throw new Error("there is a programme");
	return world;
}

/** The highest bands by month's end again, from the facts themselves. */
async function bandsFromFacts(world: ProgrammeWorld, month: Month): Promise<Record<string, number>> {
	const { rows } = await pool().query<{ net: bigint }>(
		`SELECT sum(f.paid_fen - f.refunded_fen)::int8 AS net FROM shop_day_facts f JOIN shop_bindings b ON b.shop_id = f.shop_id
		  WHERE f.day >= $1 AND f.day <= $2 GROUP BY b.partner_id`,
		[world.terms.range.from, lastDayOf(month) < TODAY ? lastDayOf(month) : TODAY],
	);
	const codes = rows.map(({ net }) => bandOf(net, world.terms.bands)?.code);
	return {
		ten: codes.filter((code) => code === "ten").length,
		over: codes.filter((code) => code === "over").length,
	};
}

beforeEach(async () => {
	await pool().query(`TRUNCATE organisations, partners, programmes, pools, shops, shop_bindings, shop_day_facts, gmv_shop_days,
		gmv_partner_days, gmv_partner_months, gmv_platform_days, users CASCADE`);
	scope = (await createMember({ role: "ops_lead" })).scope as PlatformScope;
});

afterEach(() => {
	vi.restoreAllMocks();
});

describe("the dashboard", () => {
	it.each([
		["whole months", "2026-01-01", "2027-01-01"],
		["a start inside a month", "2026-01-15", "2027-01-15"],
		["an end inside a month", "2026-01-15", "2026-03-20"],
	])("agrees with the facts in every month: %s", async (_name, start, end) => {
		await createWorld(start, end);
		const world = await read();
		const overview = overviewOf(world);
		for (const { month, counts } of overview.history)
			expect([month, counts]).toEqual([month, await bandsFromFacts(world, month)]);
		expect(overview.history.map(({ month }) => month)).toEqual(["2026-01", "2026-02", "2026-03"]);
		expect(Object.fromEntries(overview.bands.map(({ band, count }) => [band.code, count]))).toEqual(
			overview.history.at(-1)?.counts,
		);
		expect(
			overview.crossings.map(({ standing, from, to }) => [
				standing.name,
				from?.code ?? null,
				to?.code ?? null,
			]),
		).toEqual([
			["rises, falls, rises", "over", "ten"],
			["crosses by a fen", null, "over"],
			["falls by a refund", "over", null],
		]);
		expect(overview.byTrack.reduce((sum, one) => sum + one.netFen, 0n)).toBe(overview.attributedFen);
		expect(overview.netFen - overview.attributedFen).toBe(3n * YI);
	});

	it("explains a programme without facts, one to come and one that is over", async () => {
		expect(await readWorld(reportReader(), scope, TODAY)).toBeNull();
		await createProgramme("2026-02-01", "2026-03-01");
		for (const [today, phase, elapsed] of [
			["2026-01-31", "AHEAD", 0],
			["2026-02-01", "RUNNING", 0],
			["2026-03-01", "OVER", 0],
		] as const) {
			const world = await read(today);
			expect([world.phase, world.asOf, world.pace.elapsedDays]).toEqual([phase, null, elapsed]);
			expect(overviewOf(world)).toMatchObject({ netFen: 0n, history: [], crossings: [], near: [] });
		}
	});
});

describe("what a process keeps", () => {
	it("is never older than a commit, whoever made it and in whatever order", async () => {
		await createWorld("2026-01-01", "2027-01-01");
		const other = new pg.Client({ connectionString: readEnv().DATABASE_URL });
		const third = new pg.Client({ connectionString: readEnv().DATABASE_URL });
		await Promise.all([other.connect(), third.connect()]);
		try {
			const before = await read();
			expect(await read()).toBe(before);
			await other.query("BEGIN");
			await other.query("UPDATE gmv_platform_days SET paid_fen = paid_fen + 100 WHERE day = '2026-02-10'");
			expect(await read()).toBe(before);
			// Begun later and committed first: the transaction still open must not be passed over once it commits.
			await third.query("UPDATE partners SET name = 'renamed' WHERE name = 'jumps two lines'");
			const renamed = await read();
			expect(renamed.standings.map((one) => one.name)).toContain("renamed");
			expect(overviewOf(renamed).netFen).toBe(overviewOf(before).netFen);
			await other.query("COMMIT");
			const after = await read();
			expect(overviewOf(after).netFen).toBe(overviewOf(before).netFen + 100n);
			expect(await read()).toBe(after);
			expect((await read(addDays(TODAY, 1))).today).toBe(addDays(TODAY, 1));
			await third.query("UPDATE gmv_platform_days SET paid_fen = paid_fen - 100 WHERE day = '2026-02-10'");
			expect(overviewOf(await read()).netFen).toBe(overviewOf(before).netFen);
		} finally {
			await Promise.all([other.end(), third.end()]);
		}
	});

	it("outlives the clearing of old marks and the next commit after it", async () => {
		await createWorld("2026-01-01", "2027-01-01");
		await pool().query("UPDATE programme_touches SET touched_at = now() - interval '2 days'");
		await read();
		expect(await clearTouches()).toBeGreaterThan(0);
		expect(await clearTouches()).toBe(0);
		await pool().query("UPDATE programme_bands SET target_count = 7 WHERE code = 'ten'");
		expect((await read()).terms.bands[0]?.targetCount).toBe(7);
	});

	it("costs a fixed number of queries, whatever the number of partners", async () => {
		await createWorld("2026-01-01", "2027-01-01");
		const asked = vi.spyOn(pg.Client.prototype, "query");
		const count = async () => {
			asked.mockClear();
			await Promise.all([read(), readPoolUse(reportReader(), scope)]);
			return asked.mock.calls.length;
		};
		// Anew: the version, the pools, and five questions inside BEGIN and ROLLBACK; then the version and the pools alone.
		expect([await count(), await count()]).toEqual([9, 2]);
		for (let index = 0; index < 40; index++) await createPartner({ name: `more ${index}` });
		expect([await count(), await count()]).toEqual([9, 2]);
	});
});
