import { beforeAll, expect, test } from "vitest";
import { refreshDerived } from "@/lib/domains/gmv/mutations/refresh-derived";
import { verifyPassword } from "@/lib/domains/identity/mutations/passwords";
import { db } from "@/lib/platform/db/client";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { demoAccounts, demoPassword } from "@/prisma/seed/accounts";
import { type DemoReport, loadDemo } from "@/prisma/seed/load-demo";
import { resetDemo } from "@/prisma/seed/reset-demo";
import { createMember } from "../../factories/identity";
import {
	createPartner,
	issueCertificates,
	rebuildRollups,
	recordForces,
	recordGmv,
} from "../../factories/tiers";

const today = "2026-11-22";
const MINUTES = 60_000;

type Fingerprints = Record<string, string>;

/** Rows and their hash per table. What a shared evaluation leaves behind for real partners is looked at by itself. */
async function fingerprint(): Promise<Fingerprints> {
	const { rows: tables } = await pool().query<{ name: string }>(
		"SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
	);
	const prints: Fingerprints = {};
	for (const { name } of tables) {
		if (["evaluation_runs", "classifications", "audit_entries", "notifications"].includes(name)) continue;
		const columns =
			name === "partners" ? "(to_jsonb(t) - 'tier' - 'tier_period' - 'status')::text" : "t::text";
		const { rows } = await pool().query<{ print: string }>(
			`SELECT count(*) || ':' || coalesce(md5(string_agg(${columns}, '|' ORDER BY ${columns})), '') AS print FROM ${name} t`,
		);
		prints[name] = rows[0]?.print ?? "";
	}
	return prints;
}

async function countBy(query: string): Promise<Record<string, number>> {
	const { rows } = await pool().query<{ key: string; n: number }>(query);
	return Object.fromEntries(rows.map((row) => [row.key, row.n]));
}

let real: { partnerId: string; organisationId: string };
let before: Fingerprints;
let report: DemoReport;

beforeAll(async () => {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ name: "真实服务商", organisationId: member.organisation.id });
	real = { partnerId: partner.id, organisationId: member.organisation.id };
	await recordGmv(partner.id, [
		{ day: "2026-09-03", paidFen: 123_456n, refundedFen: 23_456n },
		{ day: "2019-02-03", paidFen: 99n },
	]);
	await recordGmv(null, [{ day: "2026-09-03", paidFen: 777n }]);
	await rebuildRollups();
	await recordForces(partner.id, ["2026-08", "2026-09", "2026-10"]);
	await issueCertificates(partner.id, { senior: 1 });
	await createMember({ role: "admin" });
	before = await fingerprint();
	report = await loadDemo({ today });
	const total = Object.values(report.seconds).reduce((sum, seconds) => sum + seconds, 0);
	console.info(`demo loaded in ${total.toFixed(1)} s`, report.seconds, report.counts);
}, 10 * MINUTES);

test(
	"the demo is as large and as varied as promised",
	async () => {
		expect(report.loaded).toBe(true);
		expect(await loadDemo({ today: "2027-03-01" })).toMatchObject({ loaded: false });

		const active = await db().partner.count({ where: { status: "ACTIVE", organisation: { isDemo: true } } });
		expect(active).toBeGreaterThanOrEqual(320);
		const bands = await countBy(`
		SELECT band AS key, count(*)::int AS n FROM (
			SELECT CASE WHEN net >= 100000000000 THEN 'billion' WHEN net > 10000000000 THEN 'hundred' ELSE 'below' END AS band
			  FROM (SELECT partner_id, sum(paid_fen - refunded_fen) AS net FROM gmv_partner_days d, programmes p
			         WHERE p.code = 'windmaker' AND d.day >= p.start_day AND d.day < p.end_day GROUP BY partner_id) s) b
		 GROUP BY 1`);
		expect(bands.billion).toBeGreaterThanOrEqual(24);
		expect(bands.billion).toBeLessThanOrEqual(48);
		expect(bands.hundred).toBeGreaterThanOrEqual(85);
		expect(bands.hundred).toBeLessThanOrEqual(130);

		const tiers = await countBy("SELECT tier::text AS key, count(*)::int AS n FROM partners GROUP BY 1");
		expect(tiers["5"]).toBeGreaterThanOrEqual(4);
		expect(tiers["5"]).toBeLessThanOrEqual(18);
		for (const [lower, higher] of [
			["1", "2"],
			["3", "4"],
			["4", "5"],
		] as const)
			expect(tiers[lower]).toBeGreaterThan(tiers[higher] ?? 0);
		expect(await db().evaluationRun.count({ where: { status: "FINAL" } })).toBe(6);

		const lead = await db().user.findUniqueOrThrow({ where: { email: demoAccounts[0]?.email ?? "" } });
		expect(await verifyPassword(lead.passwordHash, demoPassword)).toBe(true);
		const account = await db().partner.findFirstOrThrow({
			where: { organisation: { memberships: { some: { user: { email: "partner@windmaker.example" } } } } },
		});
		expect(account.tier).toBe(3);
	},
	3 * MINUTES,
);

test(
	"a reset leaves no demo row, and real rows as they were",
	async () => {
		const demoPartner = await db().partner.findFirstOrThrow({ where: { organisation: { isDemo: true } } });
		const verdicts = await db().classification.count({ where: { partnerId: real.partnerId } });
		expect(verdicts).toBe(6);

		await resetDemo();
		expect(await fingerprint()).toEqual(before);
		expect(await db().classification.count()).toBe(verdicts);
		const counts = await db().evaluationRun.findMany({ select: { partnerCount: true } });
		expect(counts.map((run) => run.partnerCount)).toEqual(Array(6).fill(1));
		const leftOver = await db().auditEntry.count({ where: { subjectId: demoPartner.id } });
		expect(leftOver).toBe(0);
		const strangers = await pool().query(
			"SELECT FROM notifications WHERE user_id NOT IN (SELECT user_id FROM memberships WHERE organisation_id = $1)",
			[real.organisationId],
		);
		expect(strangers.rows).toHaveLength(0);

		await expect(pool().query("DELETE FROM evaluation_runs")).rejects.toThrow(/refused|violates/);
		await expect(pool().query("DELETE FROM audit_entries")).rejects.toThrow(/refused/);
		expect(await resetDemo()).toMatchObject({ partners: 0, users: 0 });
	},
	3 * MINUTES,
);

test(
	"a shop a real feed has sent facts for stays, and a real shop loses a demo partner only",
	async () => {
		await loadDemo({ today });
		const source = await db().gmvSource.findUniqueOrThrow({ where: { code: "test-days" } });
		const demoShop = await db().shop.findFirstOrThrow({ where: { isDemo: true } });
		const realShop = await db().shop.create({ data: { code: "real-1" } });
		const partner = await db().partner.findFirstOrThrow({ where: { organisation: { isDemo: true } } });
		const day = new Date("2026-10-01T00:00:00Z");
		await db().shopBinding.create({
			data: {
				id: "bnd_real_shop",
				shopId: realShop.id,
				partnerId: partner.id,
				trackCode: partner.primaryTrack,
				fromDay: day,
				status: "CONFIRMED",
			},
		});
		const fact = { sourceId: source.id, day, channel: "other" as const, paidFen: 5_000n, refundedFen: 0n };
		for (const shopId of [demoShop.id, realShop.id]) {
			await db().shopDayFact.create({ data: { ...fact, shopId, saleOrders: 1 } });
			await db().gmvShopDay.create({ data: { ...fact, shopId } });
		}
		await inRawTransaction((client) =>
			refreshDerived(client, { fromDay: "2026-10-01", toDay: "2026-10-01" }),
		);

		await resetDemo();
		expect(await db().shop.findUnique({ where: { id: demoShop.id } })).toMatchObject({
			isDemo: false,
			brandId: null,
		});
		expect(await db().shop.findUnique({ where: { id: realShop.id } })).not.toBeNull();
		expect(await db().shopBinding.count({ where: { shopId: { in: [demoShop.id, realShop.id] } } })).toBe(0);
		const platform = await db().gmvPlatformDay.findUniqueOrThrow({ where: { day } });
		expect(platform.unattributedPaidFen).toBe(10_000n);
	},
	10 * MINUTES,
);
