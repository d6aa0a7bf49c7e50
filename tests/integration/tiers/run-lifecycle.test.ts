import { beforeEach, describe, expect, it, vi } from "vitest";
import { readOwnDraft, readOwnReceipt, readPartnerReceipt } from "@/lib/domains/tiers/data/read-receipts";
import { readRun, readRunProgress } from "@/lib/domains/tiers/data/read-runs";
import { closeDueNotices, closeNotice } from "@/lib/domains/tiers/mutations/close-notice";
import { computeRun } from "@/lib/domains/tiers/mutations/compute-run";
import { discardRun } from "@/lib/domains/tiers/mutations/discard-run";
import { openNotice } from "@/lib/domains/tiers/mutations/open-notice";
import { startDueRun } from "@/lib/domains/tiers/mutations/start-due-run";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import { createMember } from "@/tests/factories/identity";
import { createPartner, rebuildRollups, recordGmv } from "@/tests/factories/tiers";

const actor = systemActor("test");
/** May is closed for 20 days. */
const now = new Date("2026-06-20T02:00:00Z");
const asOf = "2026-05-31";

beforeEach(async () => {
	await pool().query(`TRUNCATE organisations, partners, evaluation_runs, classifications, evaluation_progress, force_months,
		shops, shop_bindings, shop_day_facts, gmv_shop_days, gmv_partner_days, gmv_partner_months, gmv_platform_days,
		audit_entries, notifications, mail_messages, users CASCADE`);
	await pool().query("DELETE FROM pgboss.job");
});

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

const start = (more: { asOf?: string; reason?: string; now?: Date } = {}) =>
	startRun({ asOf, actor, now, ...more });

/** A partner with its owner, and a draft of May. */
async function draftOfMay() {
	const owner = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ organisationId: owner.organisation.id });
	await recordGmv(partner.id, [{ day: "2026-05-01", paidFen: 3_000_000_000n }]);
	await rebuildRollups();
	const { runId } = must(await start());
	must(await computeRun({ runId, actor, now }));
	return { owner, partner, runId };
}

const tierPeriod = async (id: string) =>
	(await db().partner.findUniqueOrThrow({ where: { id } })).tierPeriod?.toISOString().slice(0, 7);

describe("starting", () => {
	it("leaves the computing to a job; of three who start at once one wins and the others are told", async () => {
		await createPartner();
		const outcomes = await Promise.all([start(), start(), start()]);
		const won = outcomes.filter((outcome) => outcome.ok);
		expect(won).toHaveLength(1);
		for (const one of outcomes) {
			if (!one.ok) expect(one).toMatchObject({ reason: "RUN_OPEN", params: { month: "2026-05" } });
		}
		const { rows } = await pool().query("SELECT data FROM pgboss.job WHERE name = 'tiers.compute'");
		expect(rows).toEqual([{ data: { runId: won[0]?.ok && won[0].runId } }]);
		expect(await db().evaluationRun.findMany()).toMatchObject([{ status: "COMPUTING", partnerCount: 0 }]);
	});

	it("refuses what cannot be evaluated, in this order", async () => {
		expect(await start({ asOf: "2026-02-30" })).toMatchObject({ reason: "AS_OF_INVALID" });
		expect(await start({ now: new Date("2026-06-14T15:59:59Z") })).toMatchObject({
			reason: "PERIOD_NOT_CLOSED",
		});
		expect(await start({ now: new Date("2026-06-14T16:00:00Z") })).toMatchObject({ reason: "NO_PARTNERS" });
		expect(await db().evaluationRun.count()).toBe(0);
	});

	it("starts the month that is due by itself, once", async () => {
		await createPartner();
		expect(await startDueRun(new Date("2026-06-14T15:59:59Z"))).not.toBeNull();
		expect(await startDueRun(now)).toBeNull();
		expect((await db().evaluationRun.findFirstOrThrow()).period.toISOString()).toContain("2026-04-01");
	});
});

describe("computing", () => {
	it("is told as it goes, and done once however often it is asked for", async () => {
		const { runId } = await draftOfMay();
		const lead = await createMember({ role: "ops_lead" });
		expect(await readRunProgress(lead.scope, runId)).toMatchObject({
			status: "DRAFT",
			done: 1,
			total: 1,
			stage: "receipts",
		});
		expect(await computeRun({ runId, actor, now })).toMatchObject({ reason: "RUN_COMPUTED" });
		expect(await db().classification.count()).toBe(1);
		expect(await readRun(lead.scope, runId)).toMatchObject({ run: { status: "DRAFT", partnerCount: 1 } });
	});

	it.each([
		["reads the facts", "force_months", "ACCESS EXCLUSIVE", "facts"],
		["writes the receipts", "classifications", "SHARE", "receipts"],
		["is about to be done", "audit_entries", "SHARE", "receipts"],
	])(
		"has one process at it; one that dies while it %s leaves the start, and whoever comes next begins again",
		async (_name, table, mode, stage) => {
			for (let i = 0; i < 3; i++) await createPartner();
			const { runId } = must(await start());
			const lead = await createMember({ role: "ops_lead" });
			await inRawTransaction(async (client) => {
				await client.query(`LOCK TABLE ${table} IN ${mode} MODE`);
				// Asked for outside this transaction, which sees the activity of its first question only.
				const holder = (await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows[0]?.pid;
				const waiting = `SELECT pid FROM pg_stat_activity WHERE ${holder} = ANY(pg_blocking_pids(pid))`;
				const first = computeRun({ runId, actor, now }).catch((error: Error) => error);
				await vi.waitFor(async () => expect((await pool().query(waiting)).rowCount).toBe(1), {
					timeout: 20_000,
				});
				expect(await readRunProgress(lead.scope, runId)).toMatchObject({ stage, isAlive: true });
				expect(await computeRun({ runId, actor, now })).toMatchObject({ reason: "RUN_IN_PROGRESS" });
				expect(await discardRun(lead.scope, { runId, reason: "重新来过", now })).toMatchObject({
					reason: "RUN_IN_PROGRESS",
				});
				await pool().query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS cut`);
				expect(await first).toBeInstanceOf(Error);
			});
			expect(await db().classification.count()).toBe(0);
			must(await computeRun({ runId, actor, now }));
			expect(await db().classification.count()).toBe(3);
		},
	);

	it("fails by name where everybody has left meanwhile", async () => {
		const partner = await createPartner();
		const { runId } = must(await start());
		await db().partner.update({ where: { id: partner.id }, data: { status: "EXIT_NOTICE" } });
		expect(await computeRun({ runId, actor, now })).toMatchObject({ reason: "NO_PARTNERS" });
		expect(await db().evaluationRun.findFirstOrThrow()).toMatchObject({
			status: "FAILED",
			failure: "NO_PARTNERS",
		});
		await createPartner();
		must(await start());
	});
});

describe("draft, notice, final", () => {
	it("shows a partner its own draft in notice and not before, and nobody else's", async () => {
		const { owner, partner, runId } = await draftOfMay();
		const other = await createMember({ role: "partner_owner" });
		await createPartner({ organisationId: other.organisation.id });
		const lead = await createMember({ role: "ops_lead" });
		expect(await readOwnDraft(owner.scope)).toBeNull();
		expect(await readOwnReceipt(owner.scope, runId)).toBeNull();
		expect((await readPartnerReceipt(lead.scope, partner.id, runId))?.finalisedOn).toBeNull();
		expect(await readPartnerReceipt(lead.scope, partner.id)).toBeNull();

		expect(must(await openNotice(lead.scope, { runId, now })).until).toBe("2026-06-27");
		expect(await readOwnDraft(owner.scope)).toMatchObject({
			noticeUntil: "2026-06-27",
			stored: { finalisedOn: null, receipt: { partnerId: partner.id } },
		});
		expect(await readOwnDraft(other.scope)).toBeNull();
		expect(await readOwnReceipt(owner.scope, runId)).toBeNull();
		expect(await tierPeriod(partner.id)).toBeUndefined();
		const note = await db().notification.findFirstOrThrow({ where: { userId: owner.user.id } });
		expect(note).toMatchObject({
			kind: "tierDraft",
			params: { month: "2026-05", tier: 1, until: "2026-06-27" },
		});
		expect(await db().mailMessage.findMany({ where: { recipient: owner.user.email } })).toMatchObject([
			{ subject: expect.stringContaining("T1"), text: expect.stringContaining("/partner/tier/draft") },
		]);
		expect(await openNotice(lead.scope, { runId, now })).toMatchObject({ reason: "RUN_NOT_DRAFT" });
	});

	it("becomes final after the last whole day of notice, by itself, once", async () => {
		const { owner, partner, runId } = await draftOfMay();
		const lead = await createMember({ role: "ops_lead" });
		const close = (at: Date) => closeNotice({ runId, actor, now: at });
		expect(await close(now)).toMatchObject({ reason: "RUN_NOT_IN_NOTICE" });
		must(await openNotice(lead.scope, { runId, now }));
		const lastMoment = new Date("2026-06-27T15:59:59Z");
		expect(await close(lastMoment)).toMatchObject({
			reason: "NOTICE_RUNNING",
			params: { until: "2026-06-27" },
		});
		await closeDueNotices(actor, lastMoment);
		expect((await db().evaluationRun.findFirstOrThrow()).status).toBe("NOTICE");
		await closeDueNotices(actor, new Date("2026-06-27T16:00:00Z"));
		expect(await db().evaluationRun.findFirstOrThrow()).toMatchObject({
			status: "FINAL",
			noticeById: lead.user.id,
		});
		expect(await tierPeriod(partner.id)).toBe("2026-05");
		expect(await readOwnDraft(owner.scope)).toBeNull();
		expect((await readOwnReceipt(owner.scope))?.finalisedOn).toBe("2026-06-28");
		expect(await db().decisionEntry.count({ where: { reference: runId } })).toBe(1);
		expect(await close(new Date("2026-06-29T00:00:00Z"))).toMatchObject({ reason: "RUN_NOT_IN_NOTICE" });
	});

	it("is made again only as a correction that says why, and then stands in for the first", async () => {
		const { partner, runId } = await draftOfMay();
		const lead = await createMember({ role: "ops_lead" });
		const after = new Date("2026-07-01T02:00:00Z");
		must(await openNotice(lead.scope, { runId, now }));
		must(await closeNotice({ runId, actor, now: after }));
		expect(await start()).toMatchObject({ reason: "PERIOD_FINAL" });
		await recordGmv(partner.id, [{ day: "2026-05-02", paidFen: 100n }]);
		await rebuildRollups();
		const second = must(await start({ reason: "补录五月成交", now: after }));
		must(await computeRun({ runId: second.runId, actor, now: after }));
		must(await openNotice(lead.scope, { runId: second.runId, now: after }));
		must(await closeNotice({ runId: second.runId, actor, now: new Date("2026-07-10T02:00:00Z") }));
		expect(await readRun(lead.scope, second.runId)).toMatchObject({
			run: { correctsRunId: runId, reason: "补录五月成交", isSuperseded: false },
		});
		expect((await readRun(lead.scope, runId))?.run.isSuperseded).toBe(true);
		expect((await readPartnerReceipt(lead.scope, partner.id))?.receipt.inputs.gmvFen).toBe("3000000100");
		await expect(
			pool().query("UPDATE evaluation_runs SET reason = 'x' WHERE id = $1", [runId]),
		).rejects.toThrow("never change");
	});

	it("is discarded with a reason while it is not final; partners that saw it are told", async () => {
		const { owner, runId } = await draftOfMay();
		const lead = await createMember({ role: "ops_lead" });
		must(await openNotice(lead.scope, { runId, now }));
		must(await discardRun(lead.scope, { runId, reason: "五月指标有误", now }));
		expect(await db().classification.count()).toBe(0);
		expect(await readRun(lead.scope, runId)).toMatchObject({
			run: { status: "DISCARDED", reason: "五月指标有误" },
		});
		expect(await readOwnDraft(owner.scope)).toBeNull();
		expect(
			await db().notification.count({ where: { userId: owner.user.id, kind: "tierDraftWithdrawn" } }),
		).toBe(1);
		expect(await discardRun(lead.scope, { runId, reason: "再来一次", now })).toMatchObject({
			reason: "RUN_ENDED",
		});
		await expect(
			pool().query("UPDATE evaluation_runs SET status = 'DRAFT', ended_at = NULL"),
		).rejects.toThrow("does not go");
		must(await start());
	});

	it("is a lead's to move, and a run of nothing is not found", async () => {
		const { runId } = await draftOfMay();
		for (const role of ["ops_reviewer", "auditor", "admin"] as const) {
			const { scope } = await createMember({ role });
			expect(() => openNotice(scope, { runId, now })).toThrow("FORBIDDEN");
			expect(() => discardRun(scope, { runId, reason: "不行不行", now })).toThrow("FORBIDDEN");
		}
		const lead = await createMember({ role: "ops_lead" });
		await expect(openNotice(lead.scope, { runId: "run_no", now })).rejects.toThrow("NOT_FOUND");
		await expect(discardRun(lead.scope, { runId: "run_no", reason: "没有它", now })).rejects.toThrow(
			"NOT_FOUND",
		);
		await expect(closeNotice({ runId: "run_no", actor, now })).rejects.toThrow("NOT_FOUND");
	});
});
