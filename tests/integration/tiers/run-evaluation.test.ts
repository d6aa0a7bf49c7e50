import { beforeEach, describe, expect, it, vi } from "vitest";
import { findOwnPartnerId } from "@/lib/domains/gmv/data/bindings";
import {
	readOwnHistory,
	readOwnPartner,
	readOwnReceipt,
	readPartnerReceipt,
} from "@/lib/domains/tiers/data/read-receipts";
import { readRun } from "@/lib/domains/tiers/data/read-runs";
import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { hashReceipt } from "@/lib/domains/tiers/mutations/write-run";
import { recomputeFromReceipt } from "@/lib/domains/tiers/rules/recompute-receipt";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { actorOf, systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { type Day, trailingMonths } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import {
	createPartner,
	issueCertificates,
	rebuildRollups,
	recordForces,
	recordGmv,
	recordRedLine,
} from "@/tests/factories/tiers";

const YI = 10_000_000_000n; // 1亿 CNY in fen
/** May is no longer the newest month that can be evaluated: a run of it is final at once. */
const now = new Date("2026-07-20T02:00:00Z");
const quality = trailingMonths("2026-05", 3);

function run(asOf: Day = "2026-05-31", at = now) {
	return backfillRun({ asOf, actor: systemActor("test"), now: at, reason: "重新评定" });
}

async function runOrFail(asOf?: Day, at?: Date) {
	const outcome = await run(asOf, at);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

/** Meets everything but GMV for T5. */
async function createStrong(values: Parameters<typeof createPartner>[0] = {}) {
	const partner = await createPartner(values);
	await recordForces(partner.id, quality);
	await issueCertificates(partner.id, { senior: 3, intermediate: 3 });
	return partner;
}

async function tierOf(partnerId: string) {
	const row = await db().partner.findUniqueOrThrow({ where: { id: partnerId } });
	return { tier: row.tier, period: row.tierPeriod?.toISOString().slice(0, 7), status: row.status };
}

beforeEach(async () => {
	await pool().query(`TRUNCATE organisations, partners, partner_tracks, evaluation_runs, classifications, force_months,
		certificates, red_lines, shops, shop_bindings, shop_day_facts, gmv_shop_days, gmv_partner_days,
		gmv_partner_months, gmv_platform_days, audit_entries, notifications, users CASCADE`);
});

describe("thresholds through the database", () => {
	it.each([
		["T5 from exactly 10亿", 10n * YI, 0n, 5],
		["T4 one fen below 10亿", 10n * YI, 1n, 4],
		["T4 from exactly 3亿", 3n * YI, 0n, 4],
		["T3 one fen beyond 1亿", YI + 1n, 0n, 3],
		["T2 at exactly 1亿", YI + 1n, 1n, 2],
		["T2 from exactly 2000万", YI / 5n, 0n, 2],
		["T1 one fen below 2000万", YI / 5n, 1n, 1],
	])("%s, refunds taken off", async (_name, paidFen, refundedFen, tier) => {
		const partner = await createStrong();
		await recordGmv(partner.id, [{ day: "2026-05-31", paidFen, refundedFen }]);
		await rebuildRollups();
		await runOrFail();
		expect(await tierOf(partner.id)).toEqual({ tier, period: "2026-05", status: "ACTIVE" });
	});

	it("counts twelve whole months and nothing around them", async () => {
		const inside = await createStrong({ id: "prt_inside" });
		const outside = await createStrong({ id: "prt_outside" });
		await recordGmv(inside.id, [
			{ day: "2025-06-01", paidFen: 5n * YI },
			{ day: "2026-05-31", paidFen: 5n * YI },
		]);
		await recordGmv(outside.id, [
			{ day: "2025-05-31", paidFen: 20n * YI },
			{ day: "2026-06-01", paidFen: 20n * YI },
		]);
		await rebuildRollups();
		const { runId } = await runOrFail();
		expect((await tierOf(inside.id)).tier).toBe(5);
		expect((await tierOf(outside.id)).tier).toBe(1);
		const row = await db().classification.findFirstOrThrow({ where: { runId, partnerId: outside.id } });
		expect((row.receipt as unknown as DecisionReceipt).inputs.gmvBeforeFen).toBe((20n * YI).toString());
	});

	it("asks for certificates valid on the day and counts a holder once", async () => {
		const partner = await createPartner();
		await recordForces(partner.id, quality);
		await recordGmv(partner.id, [{ day: "2026-05-01", paidFen: YI / 5n }]);
		await rebuildRollups();
		await issueCertificates(partner.id, { junior: 2 }, { issuedOn: "2026-05-31", expiresOn: "2026-06-01" });
		await issueCertificates(partner.id, { junior: 1 }, { issuedOn: "2020-01-01", expiresOn: "2030-01-01" });
		await issueCertificates(partner.id, { senior: 1 }, { issuedOn: "2025-05-31", expiresOn: "2026-05-31" });
		const first = await runOrFail();
		const receipt = await receiptOf(first.runId, partner.id);
		expect(receipt.inputs.experts).toEqual({ senior: 0, intermediate: 0, junior: 2 });
		expect((await tierOf(partner.id)).tier).toBe(1);
		await issueCertificates(
			partner.id,
			{ intermediate: 1 },
			{ issuedOn: "2026-05-31", expiresOn: "2027-05-31" },
		);
		await runOrFail();
		expect((await tierOf(partner.id)).tier).toBe(2);
	});

	it("caps a partner over a red line and remembers why", async () => {
		const partner = await createStrong();
		await recordGmv(partner.id, [{ day: "2026-05-01", paidFen: 20n * YI }]);
		await rebuildRollups();
		await recordRedLine(partner.id, "2025-06-01");
		const { runId } = await runOrFail();
		const receipt = await receiptOf(runId, partner.id);
		expect(receipt.decision).toMatchObject({
			tier: 1,
			absoluteTier: 5,
			movement: "RED_LINE",
			opensExitReview: true,
		});
	});
});

async function receiptOf(runId: string, partnerId: string): Promise<DecisionReceipt> {
	const row = await db().classification.findFirstOrThrow({ where: { runId, partnerId } });
	return row.receipt as unknown as DecisionReceipt;
}

describe("periods", () => {
	it("takes the last month that had ended by the day asked for", async () => {
		await createStrong();
		expect((await runOrFail("2026-05-30")).period).toBe("2026-04");
		expect((await runOrFail("2026-05-31")).period).toBe("2026-05");
		expect((await runOrFail("2010-12-31")).period).toBe("2010-12");
	});

	it("refuses a month closed for less than 14 days", async () => {
		await createStrong();
		const early = await run("2026-05-31", new Date("2026-06-14T15:59:59Z"));
		expect(early).toMatchObject({ ok: false, reason: "PERIOD_NOT_CLOSED" });
		const newest = await run("2026-05-31", new Date("2026-06-14T16:00:00Z"));
		expect(newest).toMatchObject({ ok: false, reason: "NOTICE_REQUIRED" });
		const late = await run("2026-05-31", new Date("2026-07-14T15:59:59Z"));
		expect(late).toMatchObject({ ok: false, reason: "NOTICE_REQUIRED" });
		expect((await run("2026-05-31", new Date("2026-07-14T16:00:00Z"))).ok).toBe(true);
		expect(await run("2026-02-30")).toMatchObject({ ok: false, reason: "AS_OF_INVALID" });
	});

	it("classifies partners admitted later, and never lets a run of the past undo a newer tier", async () => {
		const partner = await createStrong({ admittedOn: "2026-05-20" });
		await recordGmv(partner.id, [
			{ day: "2010-03-01", paidFen: YI / 4n },
			{ day: "2026-05-01", paidFen: 10n * YI },
		]);
		await recordForces(partner.id, trailingMonths("2010-12", 3));
		await rebuildRollups();
		const past = await runOrFail("2010-12-31");
		expect(past.applied).toBe(1);
		expect((await tierOf(partner.id)).period).toBe("2010-12");
		await runOrFail();
		expect(await tierOf(partner.id)).toMatchObject({ tier: 5, period: "2026-05" });
		const again = await runOrFail("2010-12-31");
		expect(again.applied).toBe(0);
		expect(await tierOf(partner.id)).toMatchObject({ tier: 5, period: "2026-05" });
	});

	it("leaves partners on their way out alone and says so when nobody is left", async () => {
		await createPartner({ status: "EXITED" });
		await createPartner({ status: "EXIT_NOTICE" });
		expect(await run()).toMatchObject({ ok: false, reason: "NO_PARTNERS" });
	});
});

describe("movement from the run before", () => {
	it("falls one tier a month, notifies, and writes what changed to the audit log", async () => {
		const owner = await createMember({ role: "partner_owner" });
		const partner = await createStrong({ organisationId: owner.organisation.id });
		await recordForces(partner.id, ["2026-02"]);
		await recordGmv(partner.id, [
			{ day: "2025-05-31", paidFen: 9n * YI },
			{ day: "2026-05-31", paidFen: YI },
		]);
		await rebuildRollups();
		await runOrFail("2026-04-30");
		expect((await tierOf(partner.id)).tier).toBe(4);
		const { runId, summary } = await runOrFail("2026-05-31");
		expect(summary.total).toMatchObject({ demoted: 1, promoted: 0 });
		expect((await receiptOf(runId, partner.id)).decision).toMatchObject({
			raceTier: 2,
			tier: 3,
			movement: "DOWN_LIMITED",
		});
		const notes = await db().notification.findMany({
			where: { userId: owner.user.id },
			orderBy: { createdAt: "asc" },
		});
		expect(notes.map((note) => [note.kind, note.params])).toEqual([
			["tierUp", { from: 1, to: 4, month: "2026-04" }],
			["tierDown", { from: 4, to: 3, month: "2026-05" }],
		]);
		const audit = await db().auditEntry.findMany({
			where: { action: "partner.tier" },
			orderBy: { id: "asc" },
		});
		expect(audit.map((row) => [row.before, row.after])).toEqual([
			[{ tier: 1 }, { tier: 4 }],
			[{ tier: 4 }, { tier: 3 }],
		]);
		expect((await readOwnHistory(owner.scope)).map((row) => [row.period, row.tier, row.movement])).toEqual([
			["2026-04", 4, "FIRST"],
			["2026-05", 3, "DOWN_LIMITED"],
		]);
	});

	it("puts the bottom of a track in probation the second time in a row", async () => {
		const weakest = await createPartner({ id: "prt_z", track: "training" });
		for (let i = 0; i < 19; i++) {
			const partner = await createPartner({ track: "training" });
			await recordGmv(partner.id, [{ day: "2026-03-01", paidFen: BigInt(i + 1) * 100n }]);
		}
		await rebuildRollups();
		await runOrFail("2026-04-30");
		expect((await tierOf(weakest.id)).status).toBe("ACTIVE");
		const { probation } = await runOrFail("2026-05-31");
		expect(probation).toBe(1);
		expect((await tierOf(weakest.id)).status).toBe("PROBATION");
		expect(
			await db().auditEntry.count({ where: { action: "partner.probation", subjectId: weakest.id } }),
		).toBe(1);
	});
});

describe("what a run leaves behind", () => {
	it("stores receipts that recompute, with their hash, and percentiles within the track", async () => {
		for (let i = 0; i < 12; i++) {
			const partner = await createStrong({ track: i % 4 === 0 ? "training" : "brand_operation" });
			await recordGmv(partner.id, [
				{ day: "2025-03-01", paidFen: YI },
				{ day: "2026-03-01", paidFen: BigInt(i) * YI },
			]);
		}
		await rebuildRollups();
		const { runId } = await runOrFail();
		const rows = await db().classification.findMany({ where: { runId } });
		expect(rows).toHaveLength(12);
		for (const row of rows) {
			const receipt = row.receipt as unknown as DecisionReceipt;
			expect(recomputeFromReceipt(receipt)).toMatchObject({ ok: true, tier: row.tier });
			expect(hashReceipt(receipt)).toBe(row.receiptHash);
			expect(row.percentiles).toMatchObject({ compositeBps: expect.any(Number) });
		}
		const lead = await createMember({ role: "ops_lead" });
		expect((await readRun(lead.scope, runId))?.summary.total.partners).toBe(12);
	});

	it("never changes once it is final", async () => {
		const partner = await createStrong();
		const { runId } = await runOrFail();
		await expect(
			pool().query("UPDATE classifications SET tier = 5 WHERE run_id = $1", [runId]),
		).rejects.toThrow("final");
		await expect(pool().query("DELETE FROM classifications WHERE run_id = $1", [runId])).rejects.toThrow(
			"final",
		);
		await expect(
			pool().query("UPDATE evaluation_runs SET status = 'DRAFT' WHERE id = $1", [runId]),
		).rejects.toThrow("never change");
		const insert = `INSERT INTO classifications SELECT (jsonb_populate_record(c, $2)).* FROM classifications c WHERE run_id = $1`;
		const other = await createPartner();
		await expect(pool().query(insert, [runId, { partner_id: other.id }])).rejects.toThrow("final");
		expect((await receiptOf(runId, partner.id)).partnerId).toBe(partner.id);
	});

	it("lets one of two runs at once win and tells the other", async () => {
		for (let i = 0; i < 20; i++) await createStrong();
		// The first to come is held at its first write until the others have had their answer.
		const answers: Awaited<ReturnType<typeof run>>[] = [];
		const runs = await inRawTransaction(async (client) => {
			await client.query("LOCK TABLE evaluation_runs IN SHARE MODE");
			const started = [run(), run(), run()];
			for (const one of started) void one.then((outcome) => answers.push(outcome));
			await vi.waitFor(() => expect(answers).toHaveLength(2), { timeout: 20_000 });
			return started;
		});
		const outcomes = await Promise.all(runs);
		expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
		for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe("RUN_IN_PROGRESS");
		expect(await db().evaluationRun.count()).toBe(1);
	});

	it("leaves nothing when it fails half way", async () => {
		const partner = await createStrong();
		await inRawTransaction(async (client) => {
			await client.query("SELECT FROM partners WHERE id = $1 FOR UPDATE", [partner.id]);
			await pool().query("SET lock_timeout = 0");
			const blocked = run();
			await client.query("UPDATE partners SET region = '广东' WHERE id = $1", [partner.id]);
			await new Promise((resolve) => setTimeout(resolve, 300));
			await client.query("COMMIT");
			expect(await blocked).toMatchObject({ ok: false, reason: "RUN_IN_PROGRESS" });
			await client.query("BEGIN");
		});
		expect(await db().evaluationRun.count()).toBe(0);
		expect(await db().classification.count()).toBe(0);
		expect((await tierOf(partner.id)).period).toBeUndefined();
	});

	it("writes the run itself to the audit log under its starter's name", async () => {
		await createStrong();
		const lead = await createMember({ role: "ops_lead" });
		const outcome = await backfillRun({ asOf: "2026-05-31", actor: actorOf(lead.scope), now });
		if (!outcome.ok) throw new Error(outcome.reason);
		const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: outcome.runId } });
		expect(entry).toMatchObject({ action: "evaluation.final", actorUserId: lead.user.id });
	});
});

describe("tenants", () => {
	it("shows a partner its own receipt and history only", async () => {
		const [one, two] = [
			await createMember({ role: "partner_owner" }),
			await createMember({ role: "partner_member" }),
		];
		const mine = await createStrong({ organisationId: one.organisation.id });
		const theirs = await createStrong({ organisationId: two.organisation.id });
		await recordGmv(mine.id, [{ day: "2026-05-01", paidFen: 10n * YI }]);
		await rebuildRollups();
		const { runId } = await runOrFail();
		expect((await readOwnReceipt(one.scope, runId))?.receipt.partnerId).toBe(mine.id);
		expect((await readOwnReceipt(two.scope, runId))?.receipt.partnerId).toBe(theirs.id);
		expect(JSON.stringify(await readOwnReceipt(one.scope, runId))).not.toContain(theirs.id);
		expect((await readOwnHistory(one.scope)).map((row) => row.tier)).toEqual([5]);
		expect((await readOwnHistory(two.scope)).map((row) => row.tier)).toEqual([1]);
		const stranger = await createMember({ role: "partner_owner" });
		expect(await readOwnPartner(stranger.scope)).toBeNull();
		expect(await readOwnReceipt(stranger.scope, runId)).toBeNull();
		expect(await readOwnHistory(stranger.scope)).toEqual([]);
		const auditor = await createMember({ role: "auditor" });
		expect((await readPartnerReceipt(auditor.scope, theirs.id, runId))?.receipt.partnerId).toBe(theirs.id);
	});

	it("a company that left and came back is the partner it is today; one that only left, the last it was", async () => {
		const one = await createMember({ role: "partner_owner" });
		const organisationId = one.organisation.id;
		const before = await createStrong({ organisationId, name: "前一次" });
		const { runId } = await runOrFail();
		await db().partner.update({
			where: { id: before.id },
			data: { status: "EXITED", exitedOn: new Date("2026-06-30"), createdAt: new Date("2030-01-01") },
		});
		expect((await readOwnPartner(one.scope))?.partnerId).toBe(before.id);
		expect(await findOwnPartnerId(one.scope)).toBe(before.id);
		expect((await readOwnReceipt(one.scope, runId))?.receipt.partnerId).toBe(before.id);

		const current = await createPartner({ organisationId, name: "这一次" });
		expect((await readOwnPartner(one.scope))?.partnerId).toBe(current.id);
		expect(await findOwnPartnerId(one.scope)).toBe(current.id);
		expect(await readOwnReceipt(one.scope)).toBeNull();
		expect((await readOwnReceipt(one.scope, runId))?.receipt.partnerId).toBe(before.id);
		expect(await readOwnHistory(one.scope)).toEqual([]);
	});
});
