import { beforeAll, expect, test } from "vitest";
import { refreshDerived } from "@/lib/domains/gmv/mutations/refresh-derived";
import { verifyPassword } from "@/lib/domains/identity/mutations/passwords";
import type { Backtest } from "@/lib/domains/programme/rules/forecast/backtest";
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

const ofRuns = [
	"evaluation_runs",
	"evaluation_progress",
	"classifications",
	"audit_entries",
	"notifications",
	"mail_messages",
	"partner_events",
	"probations",
	"decision_entries",
	"decision_waiting",
	"programme_touches",
];

/** Rows and their hash per table. What a shared evaluation leaves behind for real partners is looked at by itself. */
async function fingerprint(): Promise<Fingerprints> {
	const { rows: tables } = await pool().query<{ name: string }>(
		"SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
	);
	const prints: Fingerprints = {};
	for (const { name } of tables) {
		if (ofRuns.includes(name)) continue;
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
	// A vacuum under way would keep the test's database from being dropped.
	for (const table of ["gmv_shop_days", "gmv_partner_days", "classifications", "audit_entries"])
		await pool().query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
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

async function checkSize(): Promise<void> {
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

	const appeals = "SELECT state::text AS key, count(*)::int AS n FROM tier_appeals GROUP BY 1";
	expect(await countBy(appeals)).toEqual({ OPEN: 1, ACCEPTED: 1, REJECTED: 1 });
	const tiers = await countBy("SELECT tier::text AS key, count(*)::int AS n FROM partners GROUP BY 1");
	expect(tiers["5"]).toBeGreaterThanOrEqual(4);
	expect(tiers["5"]).toBeLessThanOrEqual(18);
	expect(tiers["4"]).toBeGreaterThan(tiers["5"] ?? 0);
	expect(tiers["3"]).toBeGreaterThan(tiers["4"] ?? 0);
	expect(tiers["1"]).toBeGreaterThan(tiers["2"] ?? 0);
	expect(await db().evaluationRun.count({ where: { status: "FINAL" } })).toBe(6);
}

/** The page shows a forecast at once, and how good earlier ones were: 80% intervals hold 75–85% of the past. */
async function checkForecast(): Promise<void> {
	const forecast = await db().programmeForecast.findFirstOrThrow();
	expect(forecast.asOf.toISOString().slice(0, 10)).toBe("2026-11-21");
	const scored = await db().programmeBacktest.findFirstOrThrow();
	const { origins, rows } = scored.result as unknown as Backtest;
	const all = rows.at(-1);
	if (all?.horizon !== null) throw new Error("no row of all horizons");
	const coverage = { sums: all.sums.covered / all.sums.of, counts: all.countsFair / all.counts.of };
	console.info("forecasts of the demo's past", origins.length, "origins", coverage);
	for (const share of Object.values(coverage)) {
		expect(share).toBeGreaterThan(0.75);
		expect(share).toBeLessThan(0.85);
	}
}

async function checkAccounts(): Promise<void> {
	const lead = await db().user.findUniqueOrThrow({ where: { email: demoAccounts[0]?.email ?? "" } });
	expect(await verifyPassword(lead.passwordHash, demoPassword)).toBe(true);
	const account = await db().partner.findFirstOrThrow({
		where: { organisation: { memberships: { some: { user: { email: "partner@windmaker.example" } } } } },
	});
	expect(account.tier).toBe(3);
}

/** Every partner's life is one chain that ends where the partner stands, and each open matter agrees with its status. */
async function checkLives(): Promise<void> {
	const { rows } = await pool().query(
		`WITH lines AS (
			SELECT e.partner_id, e.event, e.from_status, e.to_status, e.at,
			       lag(e.to_status) OVER life AS before, lead(e.event) OVER life AS next
			  FROM partner_events e WINDOW life AS (PARTITION BY e.partner_id ORDER BY e.at, e.id)
		)
		SELECT p.name, l.event FROM lines l JOIN partners p ON p.id = l.partner_id
		 WHERE p.organisation_id <> $1
		   AND (l.from_status IS DISTINCT FROM l.before OR (l.next IS NULL AND l.to_status <> p.status))
		UNION ALL
		SELECT p.name, 'probation' FROM partners p
		 WHERE (p.status = 'PROBATION') <> EXISTS (SELECT FROM probations b WHERE b.partner_id = p.id AND b.state = 'OPEN')
		UNION ALL
		SELECT p.name, 'exit' FROM partners p
		 WHERE (p.status = 'EXIT_NOTICE') <> EXISTS (
		   SELECT FROM exit_cases e WHERE e.partner_id = p.id AND e.state IN ('NOTICE', 'REPLIED'))`,
		[real.organisationId],
	);
	expect(rows).toEqual([]);
}

async function checkReset(): Promise<void> {
	const demoPartner = await db().partner.findFirstOrThrow({ where: { organisation: { isDemo: true } } });
	const verdicts = await db().classification.count({ where: { partnerId: real.partnerId } });
	// Six final, and one in notice.
	expect(verdicts).toBe(7);

	await checkLives();

	await resetDemo();
	expect(await fingerprint()).toEqual(before);
	for (const table of ["partner_events", "probations"]) {
		const { rows } = await pool().query(`SELECT FROM ${table} WHERE partner_id <> $1`, [real.partnerId]);
		expect(rows).toHaveLength(0);
	}
	expect(await db().classification.count()).toBe(verdicts);
	const runs = await db().evaluationRun.findMany({ select: { partnerCount: true } });
	expect(runs.map((run) => run.partnerCount)).toEqual(Array(verdicts).fill(1));
	expect(await db().auditEntry.count({ where: { subjectId: demoPartner.id } })).toBe(0);
	const decisions = await countBy(
		"SELECT coalesce(organisation_id, 'platform') AS key, count(*)::int AS n FROM decision_entries GROUP BY 1",
	);
	expect(decisions).toEqual({ [real.organisationId]: verdicts - 1 });
	const strangers = await pool().query(
		"SELECT FROM notifications WHERE user_id NOT IN (SELECT user_id FROM memberships WHERE organisation_id = $1)",
		[real.organisationId],
	);
	expect(strangers.rows).toHaveLength(0);

	await expect(pool().query("DELETE FROM evaluation_runs")).rejects.toThrow(/refused|violates/);
	await expect(pool().query("DELETE FROM audit_entries")).rejects.toThrow(/refused/);
	expect(await resetDemo()).toMatchObject({ partners: 0, users: 0 });
}

// One test, so that what the setup asks of the database after every test is asked of few rows again.
test(
	"the demo is as large and varied as promised; a reset leaves nothing of it and real rows as they were",
	async () => {
		await checkSize();
		await checkForecast();
		await checkAccounts();
		await checkReset();
	},
	10 * MINUTES,
);

/** A demo of one partner with one shop and one person. */
async function createTinyDemo(key: string) {
	const organisation = await db().organisation.create({
		data: { id: `org_${key}`, kind: "PARTNER", name: "演示服务商", isDemo: true },
	});
	const partner = await createPartner({ organisationId: organisation.id });
	const source = await db().gmvSource.create({
		data: { code: `demo-${key}`, grain: "SHOP_DAY", isDemo: true },
	});
	const shop = await db().shop.create({ data: { code: key, isDemo: true } });
	const user = await db().user.create({
		data: {
			id: `usr_${key}`,
			email: `${key}@demo.example`,
			name: "演示",
			passwordHash: "none",
			isDemo: true,
		},
	});
	return { partner, source, shop, user };
}

test("a shop a real feed has sent facts for stays, and a real shop loses its demo partner only", async () => {
	const { partner, source, shop } = await createTinyDemo("tiny");
	const realSource = await db().gmvSource.findUniqueOrThrow({ where: { code: "test-days" } });
	const realShop = await db().shop.create({ data: { code: "real-1" } });
	const day = new Date("2026-10-01T00:00:00Z");
	for (const [shopId, sourceId, paidFen] of [
		[shop.id, source.id, 10_000n],
		[shop.id, realSource.id, 5_000n],
		[realShop.id, realSource.id, 3_000n],
	] as const) {
		const fact = { day, channel: "other" as const, refundedFen: 0n, shopId, sourceId, paidFen };
		await db().shopDayFact.create({ data: { ...fact, saleOrders: 1 } });
		await db().gmvShopDay.create({ data: fact });
	}
	for (const shopId of [shop.id, realShop.id])
		await db().shopBinding.create({
			data: {
				id: `bnd_${shopId}`,
				shopId,
				partnerId: partner.id,
				trackCode: partner.primaryTrack,
				fromDay: day,
				status: "CONFIRMED",
			},
		});
	await inRawTransaction((client) => refreshDerived(client, { fromDay: "2026-10-01", toDay: "2026-10-01" }));

	expect(await resetDemo()).toEqual({ partners: 1, shops: 1, users: 1 });
	expect(await db().shop.findUnique({ where: { id: shop.id } })).toMatchObject({ isDemo: false });
	expect(await db().shop.findUnique({ where: { id: realShop.id } })).not.toBeNull();
	expect(await db().shopBinding.count({ where: { shopId: { in: [shop.id, realShop.id] } } })).toBe(0);
	const platform = await db().gmvPlatformDay.findUniqueOrThrow({ where: { day } });
	expect(platform).toMatchObject({ paidFen: 8_000n, unattributedPaidFen: 8_000n });
	expect(await db().gmvPartnerDay.count({ where: { partnerId: partner.id } })).toBe(0);
});

test("real people keep the platform organisation the demo opened, and what its staff did to real companies", async () => {
	const { user: demoUser } = await createTinyDemo("staff");
	const platform = await db().organisation.create({
		data: { id: "org_platform", kind: "PLATFORM", name: "运营中心", isDemo: true },
	});
	await db().membership.create({
		data: {
			id: "mem_staff",
			userId: demoUser.id,
			role: "ops_reviewer",
			organisationId: platform.id,
			organisationKind: "PLATFORM",
		},
	});
	const { user } = await createMember({ role: "admin", organisationId: platform.id });
	const application = await db().application.create({
		data: {
			id: "app_real",
			number: "WM-2026-900001",
			organisationId: real.organisationId,
			state: "IN_REVIEW",
			form: {},
			assigneeId: demoUser.id,
			createdById: user.id,
			submittedAt: new Date("2026-11-01T02:00:00Z"),
		},
	});
	await db().auditEntry.create({
		data: {
			actorUserId: demoUser.id,
			actorLabel: demoUser.name,
			organisationId: real.organisationId,
			action: "application.claim",
			subjectType: "application",
			subjectId: application.id,
		},
	});

	await resetDemo();
	expect(await db().organisation.findUnique({ where: { id: platform.id } })).toMatchObject({ isDemo: false });
	expect(await db().membership.count({ where: { organisationId: platform.id } })).toBe(1);
	expect(await db().application.findUnique({ where: { id: application.id } })).toMatchObject({
		assigneeId: null,
	});
	expect(await db().auditEntry.count({ where: { subjectId: application.id } })).toBe(1);
});
