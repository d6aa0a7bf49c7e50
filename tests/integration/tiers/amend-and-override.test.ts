import { beforeAll, describe, expect, it } from "vitest";
import { checkDecisions } from "@/lib/domains/decisions/mutations/check-decisions";
import { sealDecisions } from "@/lib/domains/decisions/mutations/seal-decisions";
import { readOwnDraft, readOwnReceipt } from "@/lib/domains/tiers/data/read-receipts";
import { listOpenOverrides, listOverridesOf } from "@/lib/domains/tiers/data/tier-overrides";
import { amendRun, previewAmendment } from "@/lib/domains/tiers/mutations/amend-run";
import { answerOverride } from "@/lib/domains/tiers/mutations/answer-override";
import { closeNotice } from "@/lib/domains/tiers/mutations/close-notice";
import { computeRun } from "@/lib/domains/tiers/mutations/compute-run";
import { discardRun } from "@/lib/domains/tiers/mutations/discard-run";
import { openNotice } from "@/lib/domains/tiers/mutations/open-notice";
import { proposeOverride, withdrawOverride } from "@/lib/domains/tiers/mutations/propose-override";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { hashReceipt } from "@/lib/domains/tiers/mutations/write-run";
import { recomputeFromReceipt } from "@/lib/domains/tiers/rules/recompute-receipt";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf, trailingMonths } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import { at, createLead, createOwnPartner } from "@/tests/factories/partnership";
import {
	createPartner,
	issueCertificates,
	rebuildRollups,
	recordForces,
	recordGmv,
	recordRedLine,
} from "@/tests/factories/tiers";

/*
 * One track of twelve: T5 takes two. "Third" and "late" would be among the first two but for their certificates; "first"
 * and "second" hold T5 meanwhile.
 */
const YI = 10_000_000_000n; // 1亿 CNY in fen
const reason = "上季度平台结算故障，数据补录前按实际经营情况调整。";
const computedOn = at("2026-06-20");
const noticedOn = at("2026-06-21");

type Own = Awaited<ReturnType<typeof createOwnPartner>>;
let maker: PlatformScope;
let other: PlatformScope;
let reviewer: PlatformScope;
let first: Own;
let second: Own;
let third: Own;
let late: Own;
let small: Own;
let red: Own;
let runId = "";

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

type Row = { receipt: DecisionReceipt; tier: number; hash: string };

async function verdicts(id: string): Promise<Map<string, Row>> {
	const { rows } = await pool().query<Row & { id: string }>(
		"SELECT partner_id AS id, receipt, tier, receipt_hash AS hash FROM classifications WHERE run_id = $1",
		[id],
	);
	return new Map(rows.map((row) => [row.id, row]));
}

/** Every receipt of a run recomputes, hashes as it says, and says the tier of its row. */
async function expectWhole(id: string) {
	for (const { receipt, tier, hash } of (await verdicts(id)).values()) {
		expect(recomputeFromReceipt(receipt)).toMatchObject({ ok: true, tier });
		expect(hashReceipt(receipt)).toBe(hash);
	}
}

const verdictOf = async (id: string, one: Own) => (await verdicts(id)).get(one.partner.id) as Row;

async function propose(scope: PlatformScope, one: Own, tier: 1 | 2 | 3 | 4 | 5, id = runId) {
	const { hash } = await verdictOf(id, one);
	return proposeOverride(scope, {
		...{ runId: id, partnerId: one.partner.id, receiptHash: hash, tier, reason, now: computedOn },
	});
}

async function confirm(scope: PlatformScope, overrideId: string, one: Own, id = runId, now = computedOn) {
	const { hash } = await verdictOf(id, one);
	return answerOverride(scope, { overrideId, decision: "CONFIRMED", receiptHash: hash, now });
}

const amend = (one: Own, id: string, now: Date) =>
	inRawOutcomeTransaction((client) =>
		amendRun(client, {
			...{ runId: id, actor: actorOf(other), now },
			...{ cause: { kind: "APPEAL", id: "tap_1" }, refreshPartnerId: one.partner.id },
		}),
	);

const runRow = async (id: string) =>
	(
		await pool().query(
			`SELECT status, corrects_run_id AS corrects, reason, notice_until AS until, partner_count AS partners
			   FROM evaluation_runs WHERE id = $1`,
			[id],
		)
	).rows[0];

const tierOf = async (one: Own) =>
	(await pool().query("SELECT tier FROM partners WHERE id = $1", [one.partner.id])).rows[0].tier;

beforeAll(async () => {
	[maker, other, reviewer] = [await createLead(), await createLead(), await createLead()];
	[first, second, third] = [await createOwnPartner(), await createOwnPartner(), await createOwnPartner()];
	[late, small, red] = [await createOwnPartner(), await createOwnPartner(), await createOwnPartner()];
	for (let i = 0; i < 6; i++) await createPartner();
	const gmv: [Own, bigint, number][] = [
		[first, 20n * YI, 3],
		[second, 15n * YI, 3],
		[third, 30n * YI, 2],
		[late, 40n * YI, 2],
	];
	for (const [{ partner }, paidFen, senior] of gmv) {
		await recordForces(partner.id, trailingMonths("2026-06", 4));
		await issueCertificates(partner.id, { senior, intermediate: 3 });
		await recordGmv(partner.id, [{ day: "2026-05-10", paidFen }]);
	}
	await recordRedLine(red.partner.id, "2026-05-01");
	await rebuildRollups();
	const command = { asOf: "2026-05-31", actor: actorOf(maker), now: computedOn };
	runId = must(await startRun(command)).runId;
	must(await computeRun({ runId, actor: actorOf(maker), now: computedOn }));
});

describe("from draft to correction", () => {
	it("takes two leads to set a tier of a draft, and changes nobody else's receipt", async () => {
		const before = await verdicts(runId);
		expect((await verdictOf(runId, first)).tier).toBe(5);
		expect(await propose(maker, red, 3)).toMatchObject({ reason: "OVERRIDE_RED_LINE" });
		expect(await propose(maker, small, 1)).toMatchObject({ reason: "OVERRIDE_SAME_TIER" });
		const { overrideId } = must(await propose(maker, small, 3));
		expect(await propose(other, small, 4)).toMatchObject({ reason: "OVERRIDE_OPEN_ALREADY" });
		expect(await listOpenOverrides(other, runId)).toMatchObject([{ id: overrideId, fromTier: 1, tier: 3 }]);
		expect(await confirm(maker, overrideId, small)).toMatchObject({ reason: "OWN_OVERRIDE" });
		expect(await withdrawOverride(other, { overrideId, now: computedOn })).toMatchObject({
			reason: "OVERRIDE_OF_ANOTHER",
		});
		expect(
			await answerOverride(other, {
				...{ overrideId, decision: "CONFIRMED", receiptHash: "0".repeat(64), now: computedOn },
			}),
		).toMatchObject({ reason: "RECEIPT_CHANGED" });
		expect(must(await confirm(other, overrideId, small))).toMatchObject({ amendedRunId: runId });
		expect(await confirm(other, overrideId, small)).toMatchObject({ reason: "OVERRIDE_CLOSED" });
		const { receipt, tier } = await verdictOf(runId, small);
		expect(tier).toBe(3);
		expect(receipt).toMatchObject({
			decision: { tier: 3, movement: "OVERRIDDEN", raceTier: 1 },
			override: {
				...{ tier: 3, engineTier: 1, reason, proposedBy: maker.userName, confirmedBy: other.userName },
				at: computedOn.toISOString(),
			},
		});
		await expectWhole(runId);
		for (const [id, row] of await verdicts(runId)) {
			expect(row.hash === before.get(id)?.hash).toBe(id !== small.partner.id);
		}
		const told = await pool().query(
			"SELECT kind, user_id AS id FROM notifications WHERE kind LIKE 'tierOverride%' ORDER BY kind, user_id",
		);
		expect(told.rows.filter((row) => row.kind === "tierOverrideProposed").map((row) => row.id)).toEqual(
			[other.userId, reviewer.userId].sort(),
		);
		expect(told.rows).toContainEqual({ kind: "tierOverrideConfirmed", id: maker.userId });
		const log = await pool().query(
			"SELECT action, actor_user_id AS by FROM audit_entries WHERE action LIKE 'tier-override.%' ORDER BY id",
		);
		expect(log.rows).toEqual([
			{ action: "tier-override.propose", by: maker.userId },
			{ action: "tier-override.confirm", by: other.userId },
		]);
	});

	it("is refused by the database itself: one lead alone, another company's partner, an answer changed", async () => {
		const insert = (organisationId: string, more = "'PROPOSED', NULL, NULL") =>
			pool().query(
				`INSERT INTO tier_overrides (id, run_id, partner_id, organisation_id, tier, from_tier, receipt_hash, reason,
				        proposed_by_id, proposed_at, state, decided_by_id, decided_at)
				 SELECT 'ovr_x', run_id, partner_id, $2, 2, tier, receipt_hash, $3, 'usr_a', now(), ${more}
				   FROM classifications WHERE run_id = $1 AND partner_id = $4`,
				[runId, organisationId, reason, first.partner.id],
			);
		await expect(insert(second.partner.organisationId)).rejects.toThrow("organisation_id_fkey");
		await expect(insert(first.partner.organisationId, "'REJECTED', 'usr_a', now()")).rejects.toThrow(
			"tier_overrides_two_leads",
		);
		await expect(
			pool().query("UPDATE tier_overrides SET decision_note = 'x' WHERE state = 'CONFIRMED'"),
		).rejects.toThrow("never change");
		await expect(pool().query("DELETE FROM tier_overrides")).rejects.toThrow("never change");
	});

	it("is for leads only, and of what exists", async () => {
		const clerk = await createMember({ role: "ops_reviewer" });
		const input = { runId, partnerId: "prt_none", receiptHash: "0".repeat(64), tier: 2 as const, reason };
		expect(() => proposeOverride(clerk.scope, { ...input, now: computedOn })).toThrow(AppError);
		expect(() => proposeOverride(small.scope as never, { ...input, now: computedOn })).toThrow("FORBIDDEN");
		await expect(proposeOverride(maker, { ...input, now: computedOn })).rejects.toThrow("NOT_FOUND");
		await expect(previewAmendment(maker, { runId, partnerId: "prt_none" })).rejects.toThrow("NOT_FOUND");
		await expect(previewAmendment(maker, { runId: "run_none", partnerId: "x" })).rejects.toThrow("NOT_FOUND");
	});

	it("writes a run in notice anew; who falls by it has seven days from then", async () => {
		must(await openNotice(reviewer, { runId, now: noticedOn }));
		const answered = at("2026-06-25");
		expect(await amend(third, runId, answered)).toMatchObject({ reason: "NOTHING_TO_AMEND" });
		await issueCertificates(third.partner.id, { senior: 3 });
		const { difference, ...preview } = await previewAmendment(other, {
			...{ runId, partnerId: third.partner.id },
		});
		expect(preview).toEqual({ makesCorrection: false, opensNotice: true });
		const made = must(await amend(third, runId, answered));
		expect(made).toMatchObject({ runId, status: "NOTICE", difference });
		expect(difference).toMatchObject({ tierBefore: 4, tierAfter: 5 });
		expect(difference.values).toContainEqual({ key: "experts_senior", before: "2", after: "3" });
		expect(difference.others).toMatchObject([{ partnerId: second.partner.id, tierBefore: 5, tierAfter: 4 }]);
		const until = addDays(businessDayOf(answered), 7);
		expect(await runRow(runId)).toMatchObject({ status: "NOTICE", until, partners: 12 });
		await expectWhole(runId);
		expect((await verdictOf(runId, small)).receipt.override).toMatchObject({ tier: 3, engineTier: 1 });
		const { rows } = await pool().query(
			"SELECT params, organisation_id AS org FROM notifications WHERE kind = 'tierDraftAmended'",
		);
		expect(rows).toHaveLength(2);
		expect(rows).toContainEqual({
			org: second.partner.organisationId,
			params: { month: "2026-05", from: 5, to: 4, until },
		});
		expect((await readOwnDraft(second.scope))?.stored.receipt.decision.tier).toBe(4);
	});

	it("holds the run until the proposal is answered; then the tier set is the tier in force", async () => {
		const due = at("2026-07-04");
		const { overrideId } = must(await propose(maker, first, 4));
		const close = () => closeNotice({ runId, actor: actorOf(maker), now: due });
		expect(await close()).toMatchObject({ reason: "OVERRIDES_OPEN", params: { count: 1 } });
		const note = "理由不足";
		must(await answerOverride(other, { overrideId, decision: "REJECTED", note, now: due }));
		expect(await listOverridesOf(maker, runId, first.partner.id)).toMatchObject([
			{ state: "REJECTED", decisionNote: note },
		]);
		must(await close());
		expect(await tierOf(small)).toBe(3);
		expect((await readOwnReceipt(small.scope))?.receipt.override?.reason).toBe(reason);
	});

	it("corrects a final run by another and leaves it as it is", async () => {
		const before = await verdicts(runId);
		const { overrideId } = must(await propose(other, small, 2));
		const { amendedRunId } = must(await confirm(maker, overrideId, small, runId, at("2026-07-06")));
		const corrected = amendedRunId as string;
		expect(corrected).not.toBe(runId);
		expect(await runRow(corrected)).toMatchObject({
			...{ status: "FINAL", corrects: runId, reason: `OVERRIDE:${overrideId}`, partners: 12 },
		});
		expect(await verdicts(runId)).toEqual(before);
		expect((await verdicts(corrected)).size).toBe(12);
		await expectWhole(corrected);
		expect((await verdictOf(corrected, small)).receipt.override).toMatchObject({ tier: 2, engineTier: 1 });
		expect(await tierOf(small)).toBe(2);
		expect(await amend(late, runId, at("2026-07-06"))).toMatchObject({ reason: "RUN_SUPERSEDED" });
		expect(await propose(other, small, 4)).toMatchObject({ reason: "RUN_SUPERSEDED" });
		runId = corrected;
	});

	it("shows the correction first to whoever falls by it", async () => {
		await issueCertificates(late.partner.id, { senior: 3 });
		const answered = at("2026-07-07");
		const made = must(await amend(late, runId, answered));
		expect(made.status).toBe("NOTICE");
		const until = addDays(businessDayOf(answered), 7);
		expect(await runRow(made.runId)).toMatchObject({ corrects: runId, status: "NOTICE", until });
		expect(made.difference.others).toContainEqual(
			expect.objectContaining({ partnerId: first.partner.id, tierBefore: 5, tierAfter: 4 }),
		);
		expect(await tierOf(first)).toBe(5);
		expect((await readOwnDraft(first.scope))?.stored.receipt.decision.tier).toBe(4);
		expect(await amend(late, runId, answered)).toMatchObject({ reason: "RUN_OPEN" });
		await expectWhole(made.runId);

		// Dropped, its proposals go with it.
		const { overrideId } = must(await propose(maker, first, 5, made.runId));
		must(await discardRun(maker, { runId: made.runId, reason: "重新核对证书", now: answered }));
		const { rows } = await pool().query("SELECT state FROM tier_overrides WHERE id = $1", [overrideId]);
		expect(rows).toEqual([{ state: "WITHDRAWN" }]);
	});

	it("is what the next month moves from, and stands in a log that verifies", async () => {
		const now = at("2026-07-20");
		const june = must(await startRun({ asOf: "2026-06-30", actor: actorOf(maker), now })).runId;
		must(await computeRun({ runId: june, actor: actorOf(maker), now }));
		expect((await verdictOf(june, small)).receipt.inputs.previous).toMatchObject({ runId, tier: 2 });
		await sealDecisions(new Date());
		expect((await checkDecisions(actorOf(maker))).fault).toBeNull();
		const { rows } = await pool().query<{ payload: string; reference: string }>(
			"SELECT payload, reference FROM decision_entries WHERE kind = 'TIER_OVERRIDE' ORDER BY at",
		);
		expect(rows).toHaveLength(2);
		const { hash } = await verdictOf(runId, small);
		expect(rows[1]?.reference).toBe(runId);
		expect(JSON.parse(rows[1]?.payload ?? "")).toMatchObject({
			...{ tier: 2, fromTier: 3, engineTier: 1, receiptHash: hash },
			...{ proposedById: other.userId, confirmedById: maker.userId },
		});
	});
});
