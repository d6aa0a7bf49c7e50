import { beforeAll, expect, test } from "vitest";
import { readForecastHead, readLikely } from "@/lib/domains/programme/data/forecast";
import { readOwnOutlook } from "@/lib/domains/programme/data/own-programme";
import { readOwnProgramme } from "@/lib/domains/programme/loaders/own-programme";
import { computeBacktest } from "@/lib/domains/programme/mutations/compute-backtest";
import { computeForecast } from "@/lib/domains/programme/mutations/compute-forecast";
import { LEAST_PEERS } from "@/lib/domains/programme/rules/forecast/peers";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { grant } from "@/lib/platform/session/scope";
import { addDays, daysBetween } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { createPartner, rebuildRollups, recordGmv } from "@/tests/factories/tiers";

const YI = 10_000_000_000n; // 1亿 CNY in fen
const today = "2026-05-20";
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const band = (
	code: string,
	position: number,
	thresholdFen: bigint,
	inclusive: boolean,
	targetCount: number,
) => ({
	code,
	position,
	nameZh: code,
	nameEn: code,
	thresholdFen,
	inclusive,
	targetCount,
});

async function memberOfPartner(weeklyFen: bigint, name: string) {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ name, organisationId: member.organisation.id });
	await sellWeekly(partner.id, weeklyFen);
	return { partnerId: partner.id, scope: grant(member.scope, "partner.read-own") };
}

/** A sale a week that varies by a fifth, from June 2025 to the day before today. */
function sellWeekly(partnerId: string, weeklyFen: bigint): Promise<void> {
	const weeks = Math.floor(daysBetween("2025-06-01", today) / 7);
	return recordGmv(
		partnerId,
		Array.from({ length: weeks }, (_, week) => ({
			day: addDays(today, -1 - 7 * (weeks - 1 - week)),
			paidFen: (weeklyFen * BigInt(100 + ((week * 7) % 20))) / 100n,
		})),
	);
}

let own: Awaited<ReturnType<typeof memberOfPartner>>;
let other: Awaited<ReturnType<typeof memberOfPartner>>;
let lead: Awaited<ReturnType<typeof createMember<"ops_lead">>>;

beforeAll(async () => {
	await pool().query("TRUNCATE programmes CASCADE");
	expect(await computeForecast(today, new Date())).toBeNull();
	await db().programme.create({
		data: {
			code: "windmaker",
			nameZh: "造风者计划",
			nameEn: "Windmaker",
			startDay: asDate("2025-12-01"),
			endDay: asDate("2026-12-01"),
			bands: { create: [band("over_1b", 1, 10n * YI, true, 2), band("over_100m", 2, YI, false, 1)] },
		},
	});
	expect(await computeForecast(today, new Date())).toBeNull();
	lead = await createMember({ role: "ops_lead" });
	own = await memberOfPartner(YI / 60n, "自家服务商");
	other = await memberOfPartner(YI / 3n, "别家服务商");
	for (const weekly of [YI / 15n, YI / 52n, YI / 90n, YI / 200n, YI / 400n, YI / 5n])
		await sellWeekly((await createPartner({})).id, weekly);
	await createPartner({ status: "EXITED" });
	await rebuildRollups();
});

const head = () => readForecastHead(lead.scope, "windmaker");
const rows = async () => (await pool().query("SELECT id FROM programme_forecasts")).rows;

test("a forecast is made once for the same facts, repeats itself byte for byte, and counts as the rollups do", async () => {
	const id = await computeForecast(today, new Date());
	const first = await head();
	expect(first).toMatchObject({ id, asOf: "2026-05-19", partners: 8, periods: 12 });
	expect(await computeForecast(today, new Date())).toBe(id);
	await pool().query("DELETE FROM programme_forecasts");
	expect(await computeForecast(today, new Date())).not.toBe(id);
	const again = await head();
	expect(again?.inputsHash).toBe(first?.inputsHash);
	expect(JSON.stringify(again?.result)).toBe(JSON.stringify(first?.result));
	const [, low] = again?.result.bands ?? [];
	const { rows: standing } = await pool().query<{ n: number }>(
		`SELECT count(*)::int AS n FROM (SELECT FROM gmv_partner_days WHERE day >= '2025-12-01' GROUP BY partner_id
		 HAVING sum(paid_fen - refunded_fen) > $1) s`,
		[YI],
	);
	expect(low?.atOrAbove.now).toBe(standing[0]?.n);
	// The target of one partner over 1亿 is met: exactly 1.
	expect(low?.inBand.probability).toBe(1);
	const likely = await readLikely(
		lead.scope,
		again?.id ?? "",
		{ code: "over_100m", smallestFen: YI + 1n },
		10,
	);
	expect(likely.length).toBeGreaterThan(0);
	for (const { netFen } of likely) expect(netFen).toBeLessThanOrEqual(YI);
});

test("a partner sees itself and nobody else", async () => {
	const page = await readOwnProgramme(own.scope, today);
	if (!page?.terms) throw new Error("no page");
	expect(page.state).toBe("fresh");
	expect(page.outlook?.partnerId).toBe(own.partnerId);
	expect(page.outlook?.netFen).toBe(page.standing.netFen);
	expect(page.target?.band.code).toBe("over_100m");
	const sum = page.standing.months
		.filter(({ month }) => month >= "2025-12")
		.reduce((s, m) => s + m.netFen, 0n);
	expect(page.standing.netFen).toBe(sum);
	const { bands } = page.head?.result ?? { bands: [] };
	expect(bands.length).toBe(2);
	const text = JSON.stringify(page, (_, value) => (typeof value === "bigint" ? String(value) : value));
	expect(text).not.toContain(other.partnerId);
	expect(text).not.toContain("别家服务商");
	for (const { peers } of page.peers.bins) expect(peers).toBeGreaterThanOrEqual(LEAST_PEERS);
	expect(page.peers.count).toBe(7);

	const theirs = await readOwnProgramme(other.scope, today);
	expect(theirs?.terms && theirs.outlook?.partnerId).toBe(other.partnerId);
	const stranger = grant((await createMember({ role: "partner_owner" })).scope, "partner.read-own");
	expect(await readOwnProgramme(stranger, today)).toBeNull();
	expect(await readOwnOutlook(stranger, page.head?.id ?? "")).toBeNull();
});

test("later facts make it old, other lines make it none of today's business, and each is made anew", async () => {
	await recordGmv(own.partnerId, [{ day: today, paidFen: YI }]);
	await rebuildRollups();
	const of = async (day: string) => {
		const page = await readOwnProgramme(own.scope, day);
		return page?.terms ? { state: page.state, hasOutlook: page.outlook !== null } : null;
	};
	expect(await of(today)).toEqual({ state: "fresh", hasOutlook: true });
	expect(await of("2026-05-21")).toEqual({ state: "old", hasOutlook: true });
	await computeForecast("2026-05-21", new Date());
	expect(await of("2026-05-21")).toEqual({ state: "fresh", hasOutlook: true });
	expect(await rows()).toHaveLength(2);
	const { rows: details } = await pool().query(
		"SELECT DISTINCT forecast_id FROM programme_forecast_partners",
	);
	expect(details).toHaveLength(1);
	await pool().query("UPDATE programme_bands SET target_count = 3 WHERE code = 'over_1b'");
	expect(await of("2026-05-21")).toEqual({ state: "changed", hasOutlook: false });
	await computeForecast("2026-05-21", new Date());
	expect(await of("2026-05-21")).toEqual({ state: "fresh", hasOutlook: true });
	expect(await rows()).toHaveLength(2);
});

test("earlier forecasts are scored once a month, and a programme that has ended has counts and no interval", async () => {
	expect(await computeBacktest(today, new Date())).toBe("2026-04-30");
	expect(await computeBacktest(today, new Date())).toBe("2026-04-30");
	const { rows: scored } = await pool().query("SELECT result FROM programme_backtests");
	expect(scored).toHaveLength(1);
	expect(scored[0].result.rows.at(-1).sums.of).toBeGreaterThan(50);
	await pool().query("UPDATE programmes SET end_day = '2026-05-20'");
	await computeForecast("2026-06-15", new Date());
	const last = await head();
	expect(last?.asOf).toBe("2026-05-19");
	for (const { inBand } of last?.result.bands ?? []) {
		expect([inBand.low, inBand.high]).toEqual([inBand.now, inBand.now]);
		expect([0, 1]).toContain(inBand.probability);
	}
});
