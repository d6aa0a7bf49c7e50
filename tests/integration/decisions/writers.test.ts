import { beforeEach, describe, expect, it } from "vitest";
import { claimAppeal } from "@/lib/domains/admission/mutations/claim-appeal";
import { decideAppeal } from "@/lib/domains/admission/mutations/decide-appeal";
import { listDecisions, readLogSummary, readVerdictProof } from "@/lib/domains/decisions/data/list-decisions";
import { checkStoredLog } from "@/lib/domains/decisions/data/log-records";
import { checkDecisions } from "@/lib/domains/decisions/mutations/check-decisions";
import { sealDecisions } from "@/lib/domains/decisions/mutations/seal-decisions";
import { decisionFilterSchema } from "@/lib/domains/decisions/schema";
import { decideExit } from "@/lib/domains/partnership/mutations/decide-exit";
import { readOwnReceipt } from "@/lib/domains/tiers/data/read-receipts";
import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { verifyReceiptFile } from "@/lib/domains/tiers/rules/verify-receipt-file";
import { actorOf, systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	activateApplication,
	createAppealedApplication,
	createApplicant,
	createDecidedApplication,
	createReviewer,
	now,
} from "@/tests/factories/admission";
import { emptyDecisionLog, sealBlocks, tamper } from "@/tests/factories/decisions";
import { createMember } from "@/tests/factories/identity";
import { appeal, at, createLead, createOwnPartner, giveNotice } from "@/tests/factories/partnership";

beforeEach(emptyDecisionLog);

async function readLogged(kind: string) {
	const rows = await db().decisionEntry.findMany({
		where: { kind },
		orderBy: [{ at: "asc" }, { id: "asc" }],
	});
	return rows.map(({ payload, ...row }) => ({ ...row, payload: JSON.parse(payload) }));
}

describe("what is decided goes into the log, once, with the decision", () => {
	it("an admission, its rejection and its appeal", async () => {
		const { appeal: filed, reviewer, applicationId } = await createAppealedApplication();
		const judge = await createReviewer();
		const claimed = await claimAppeal(judge, { appealId: filed.id, version: 1 });
		if (!claimed.ok) throw new Error(claimed.reason);
		const verdict = { decision: "DISMISSED", reason: "没有新的事实" } as const;
		await decideAppeal(judge, { appealId: filed.id, version: claimed.version, verdict, now });
		await decideAppeal(judge, { appealId: filed.id, version: claimed.version, verdict, now });
		expect(await readLogged("ADMISSION")).toMatchObject([
			{ subjectId: applicationId, payload: { decision: "REJECTED", decidedBy: reviewer.userId } },
		]);
		expect(await readLogged("ADMISSION_APPEAL")).toMatchObject([
			{ reference: filed.number, payload: { decision: "DISMISSED", decidedBy: judge.userId } },
		]);
		const text = JSON.stringify(await db().decisionEntry.findMany());
		expect(text).not.toContain("没有新的事实");
	});

	it("an approval, and the company that becomes a partner", async () => {
		const scope = await createApplicant();
		const [reviewer, lead] = [await createReviewer(), await createReviewer("ops_lead")];
		const { applicationId } = await createDecidedApplication(scope, reviewer);
		await activateApplication(scope, lead, applicationId);
		const { id } = await db().partner.findUniqueOrThrow({ where: { applicationId } });
		expect(await readLogged("ADMISSION")).toMatchObject([{ payload: { decision: "APPROVED" } }]);
		expect(await readLogged("PARTNER_ADMITTED")).toMatchObject([
			{ subjectId: id, organisationId: scope.organisationId, payload: { applicationId } },
		]);
	});

	it("an exit, confirmed or dismissed; a refused decision leaves nothing", async () => {
		const [opener, lead] = [await createLead(), await createLead()];
		const [one, other] = [await createOwnPartner(), await createOwnPartner()];
		const [first, second] = [
			await giveNotice(opener, one.partner.id),
			await giveNotice(opener, other.partner.id),
		];
		await appeal(one.scope, first.caseId);
		await appeal(other.scope, second.caseId);
		const decide = (scope: PlatformScope, caseId: string, decision: "CONFIRMED" | "DISMISSED") =>
			decideExit(scope, {
				caseId,
				version: 2,
				decision,
				effectiveOn: decision === "CONFIRMED" ? "2026-03-12" : "",
				reason: "证据确凿",
				now: at("2026-03-11"),
			} as Parameters<typeof decideExit>[1]);
		expect((await decide(opener, first.caseId, "CONFIRMED")).ok).toBe(false);
		expect(await readLogged("EXIT")).toEqual([]);
		expect(await decide(lead, first.caseId, "CONFIRMED")).toMatchObject({ ok: true });
		expect(await decide(lead, second.caseId, "DISMISSED")).toMatchObject({ ok: true });
		expect(await readLogged("EXIT")).toMatchObject([
			{
				subjectId: one.partner.id,
				reference: first.number,
				payload: { decision: "CONFIRMED", effectiveOn: "2026-03-12", kind: "RED_LINE" },
			},
			{ subjectId: other.partner.id, payload: { decision: "DISMISSED", effectiveOn: null } },
		]);
	});

	it("every verdict of a final run, and the receipt proves its place to its own partner alone", async () => {
		const [one, other] = [await createOwnPartner(), await createOwnPartner()];
		const run = await backfillRun({
			asOf: "2026-05-31",
			actor: systemActor("test"),
			now: new Date("2026-07-20T02:00:00Z"),
		});
		if (!run.ok) throw new Error(run.reason);
		const verdicts = await db().classification.findMany({ where: { runId: run.runId } });
		const logged = await readLogged("TIER_VERDICT");
		expect(logged.map((row) => [row.subjectId, row.payload.receiptHash]).sort()).toEqual(
			verdicts.map((row) => [row.partnerId, row.receiptHash]).sort(),
		);
		expect(logged.every((row) => row.reference === run.runId)).toBe(true);

		expect(await readVerdictProof(one.scope, run.runId, one.partner.id)).toBeNull();
		await sealDecisions(new Date());
		const stored = await readOwnReceipt(one.scope, run.runId);
		const proof = await readVerdictProof(one.scope, run.runId, one.partner.id);
		const file = {
			format: "windmaker-receipt/1",
			runId: run.runId,
			period: stored?.period,
			receiptHash: stored?.receiptHash,
			receipt: stored?.receipt,
			proof,
		};
		const { head } = await checkStoredLog();
		expect(verifyReceiptFile(JSON.parse(JSON.stringify(file)))).toMatchObject({
			ok: true,
			block: { hash: head },
		});
		expect(await readVerdictProof(one.scope, run.runId, other.partner.id)).toBeNull();
		const auditor = (await createMember({ role: "auditor" })).scope;
		expect(await readVerdictProof(auditor, run.runId, other.partner.id)).toMatchObject({
			entry: { subjectId: other.partner.id },
		});
	});
});

describe("the page", () => {
	it("lists newest first, by filter and by key, with the block an entry is in", async () => {
		await sealBlocks([30, 30]);
		const auditor = (await createMember({ role: "auditor" })).scope;
		const list = (query: Record<string, string>) => listDecisions(auditor, decisionFilterSchema.parse(query));
		const first = await list({});
		expect(first).toMatchObject({ total: 60, rows: { length: 50 } });
		expect(first.rows[0]).toMatchObject({ subjectId: "par_60", sequence: 60, block: 2 });
		const rest = await list({ after: first.next ?? "" });
		expect(rest).toMatchObject({ total: 60, next: null, rows: { length: 10 } });
		expect(rest.rows.map((row) => row.sequence)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
		expect((await list({ block: "1" })).total).toBe(30);
		expect((await list({ about: "par_7" })).rows.map((row) => row.sequence)).toEqual([7]);
		expect((await list({ about: "run_test" })).total).toBe(60);
		expect((await list({ kind: "EXIT" })).total).toBe(0);
		expect((await list({ from: "2026-06-20", to: "2026-06-20" })).total).toBe(60);
		expect((await list({ to: "2026-06-19" })).total).toBe(0);
	});

	it("is watched: a fault is told to auditors, leads and administrators, a wrong head to nobody", async () => {
		await sealBlocks([2]);
		const auditor = await createMember({ role: "auditor" });
		const reviewer = await createMember({ role: "ops_reviewer" });
		const told = (userId: string) =>
			db().notification.count({ where: { userId, kind: "decisionLogBroken" } });
		expect((await checkDecisions(systemActor("test"), ["a".repeat(64)])).fault?.code).toBe("LOG_CUT");
		expect(await told(auditor.user.id)).toBe(0);
		expect(await db().decisionCheck.count()).toBe(0);
		await tamper("UPDATE decision_entries SET payload = '{}'");
		await checkDecisions(systemActor("jobs:decisions"));
		expect([await told(auditor.user.id), await told(reviewer.user.id)]).toEqual([1, 0]);
		await emptyDecisionLog();
	});

	it("tells where the log ends and who verified it last", async () => {
		await sealBlocks([2]);
		const { scope } = await createMember({ role: "auditor" });
		const check = await checkDecisions(actorOf(scope));
		expect(await readLogSummary(scope)).toMatchObject({
			state: { entries: 2, blocks: 1, waiting: 0, head: check.head },
			lastCheck: { startedBy: scope.userName, entries: 2, fault: null },
		});
	});
});
