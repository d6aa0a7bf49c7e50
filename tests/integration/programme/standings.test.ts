import { beforeEach, describe, expect, it } from "vitest";
import { readPlatformDays, readProgramme, readStandings } from "@/lib/domains/programme/data/standings";
import { assessBands, paceOf } from "@/lib/domains/programme/rules/pace";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { reportReader } from "@/lib/platform/db/reports";
import { addDays, type Day, daysBetween, monthOf, shiftMonth } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { createPartner, rebuildRollups, recordGmv } from "@/tests/factories/tiers";

const YI = 10_000_000_000n; // 1亿 CNY in fen

async function createProgramme(startDay: Day, endDay: Day, code = "windmaker") {
	const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);
	await db().programme.create({
		data: {
			code,
			nameZh: "造风者计划",
			nameEn: "Windmaker",
			startDay: asDate(startDay),
			endDay: asDate(endDay),
			bands: {
				create: [
					{
						code: "over_100m",
						position: 2,
						nameZh: "过亿",
						nameEn: "Over 100M",
						thresholdFen: YI,
						inclusive: false,
						targetCount: 200,
					},
					{
						code: "over_1b",
						position: 1,
						nameZh: "10亿",
						nameEn: "1B",
						thresholdFen: 10n * YI,
						inclusive: true,
						targetCount: 100,
					},
				],
			},
		},
	});
}

async function netFromFacts(partnerId: string, from: Day, to: Day): Promise<bigint> {
	const { rows } = await pool().query<{ net: bigint }>(
		`SELECT coalesce(sum(f.paid_fen - f.refunded_fen), 0)::int8 AS net
		   FROM shop_day_facts f JOIN shop_bindings b ON b.shop_id = f.shop_id
		  WHERE b.partner_id = $1 AND f.day >= $2 AND f.day < $3`,
		[partnerId, from, to],
	);
	return rows[0]?.net ?? 0n;
}

beforeEach(async () => {
	await pool().query(`TRUNCATE organisations, partners, programmes, evaluation_runs, shops, shop_bindings, shop_day_facts, gmv_shop_days,
		gmv_partner_days, gmv_partner_months, gmv_platform_days, users CASCADE`);
});

/** A figure that differs from day to day and is the same in every run of the test. */
function waveFen(seed: number, index: number): bigint {
	return BigInt(((seed * 7_919 + index * 104_729) % 9_973) * 1_000);
}

async function createYear(partners: number, from: Day, days: number): Promise<string[]> {
	const ids: string[] = [];
	for (let p = 0; p < partners; p++) {
		const partner = await createPartner({ track: p % 2 ? "training" : "supply_chain" });
		ids.push(partner.id);
		await recordGmv(
			partner.id,
			Array.from({ length: days }, (_, i) => ({
				day: addDays(from, i),
				paidFen: waveFen(p + 1, i),
				refundedFen: waveFen(p + 3, i) / 4n,
			})),
		);
	}
	await rebuildRollups();
	return ids;
}

describe("standings from rollups", () => {
	it.each([
		["whole months", "2025-12-01", "2026-12-01", "2026-05-20"],
		["a start inside a month", "2025-12-11", "2026-12-11", "2026-05-20"],
		["a last day of a month", "2025-12-01", "2026-12-01", "2026-04-30"],
		["an end inside a month, passed", "2025-12-11", "2026-03-11", "2026-05-20"],
		["a programme within one month", "2026-04-04", "2026-04-20", "2026-05-20"],
		["a first month not over", "2026-05-04", "2027-05-04", "2026-05-20"],
	])("equal the facts with %s", async (_name, start, end, today) => {
		await createProgramme(start, end);
		const ids = await createYear(3, "2025-10-01", daysBetween("2025-10-01", today) + 1);
		const lead = await createMember({ role: "ops_lead" });
		const standings = await readStandings(reportReader(), lead.scope, today);
		const asOf = today < end ? today : addDays(end, -1);
		const wholeMonth = monthOf(addDays(asOf, 1));
		const [lastMonth, monthBefore] = [shiftMonth(wholeMonth, -1), shiftMonth(wholeMonth, -2)];
		expect(standings.map((one) => one.partnerId).sort()).toEqual([...ids].sort());
		for (const one of standings) {
			const monthStart = `${monthOf(asOf)}-01`;
			expect(one.netFen).toBe(await netFromFacts(one.partnerId, start, end));
			expect(one.netBeforeMonthFen).toBe(
				monthStart > start ? await netFromFacts(one.partnerId, start, monthStart) : 0n,
			);
			expect(one.lastMonthFen).toBe(
				await netFromFacts(one.partnerId, `${lastMonth}-01`, `${shiftMonth(lastMonth, 1)}-01`),
			);
			expect(one.monthBeforeFen).toBe(
				await netFromFacts(one.partnerId, `${monthBefore}-01`, `${lastMonth}-01`),
			);
		}
		const days = await readPlatformDays(reportReader(), lead.scope, today);
		expect(days[0]?.day).toBe(start);
		expect(days.at(-1)?.day).toBe(asOf);
		const total = days.reduce((sum, day) => sum + day.netFen, 0n);
		if (today === asOf) expect(total).toBe(standings.reduce((sum, one) => sum + one.netFen, 0n));
	});
});

describe("the programme in force", () => {
	it("is the latest to have started, with its bands from the highest down", async () => {
		const { scope } = await createMember({ role: "auditor" });
		expect(await readProgramme(reportReader(), scope, "2026-05-20")).toBeNull();
		await createProgramme("2024-12-01", "2025-12-01", "first");
		await createProgramme("2025-12-01", "2026-12-01", "second");
		await createProgramme("2026-12-01", "2027-12-01", "third");
		const found = await readProgramme(reportReader(), scope, "2026-05-20");
		expect(found?.terms.code).toBe("second");
		expect(found?.terms.bands.map((band) => [band.code, band.inclusive])).toEqual([
			["over_1b", true],
			["over_100m", false],
		]);
		expect(found?.asOf).toBeNull();
		expect((await readProgramme(reportReader(), scope, "2024-01-01"))?.terms.code).toBe("first");
	});

	it("counts exactly 1亿 outside and exactly 10亿 inside, partners on their way out too, and nothing unbound", async () => {
		await createProgramme("2025-12-01", "2026-12-01");
		const amounts = [YI, YI + 1n, 10n * YI - 1n, 10n * YI];
		for (const paidFen of amounts) {
			const partner = await createPartner({ status: paidFen === YI + 1n ? "EXIT_NOTICE" : "ACTIVE" });
			await recordGmv(partner.id, [
				{ day: "2025-11-30", paidFen: 50n * YI },
				{ day: "2025-12-01", paidFen },
			]);
		}
		await recordGmv(null, [{ day: "2025-12-01", paidFen: 7n * YI }]);
		await createPartner({ status: "EXITED" });
		await rebuildRollups();
		const { scope } = await createMember({ role: "ops_reviewer" });
		const programme = await readProgramme(reportReader(), scope, "2025-12-05");
		const standings = await readStandings(reportReader(), scope, "2025-12-05");
		expect(standings).toHaveLength(4);
		const pace = paceOf({ from: "2025-12-01", to: "2026-12-01" }, programme?.asOf ?? "");
		const bands = assessBands(standings, programme?.terms.bands ?? [], pace);
		expect(bands.map(({ band, count }) => [band.code, count])).toEqual([
			["over_1b", 1],
			["over_100m", 2],
		]);
		expect(await readPlatformDays(reportReader(), scope, "2025-12-05")).toEqual([
			{ day: "2025-12-01", netFen: 29n * YI, unattributedFen: 7n * YI },
		]);
	});
});
