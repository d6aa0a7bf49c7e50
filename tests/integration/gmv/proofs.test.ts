import { beforeEach, expect, test, vi } from "vitest";
import { findLastProof, findProof, findProofRequest, listProofs } from "@/lib/domains/gmv/data/proofs";
import { jobs } from "@/lib/domains/gmv/jobs";
import { askForProof } from "@/lib/domains/gmv/mutations/ask-for-proof";
import { proveTotals } from "@/lib/domains/gmv/mutations/prove-totals";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { installJobs } from "@/lib/platform/jobs/install";
import { startJobWorkers } from "@/lib/platform/jobs/worker";
import { importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";

beforeEach(async () => {
	await emptyGmv();
	await pool().query("TRUNCATE proof_requests, reconcile_runs");
	await installJobs(jobs);
});

const openLead = () => createMember({ role: "ops_lead" });

test("a proof asked for on the page is run by the queue, told as it goes, and kept with who asked", async () => {
	await importText(orderFile([orderLine(), orderLine({ line: 2 })]));
	const { scope, user } = await openLead();
	expect(await findProofRequest(scope)).toBeNull();
	const asked = await askForProof(scope);
	if (!asked.ok) throw new Error(asked.reason);
	expect(await findProofRequest(scope)).toMatchObject({
		id: asked.requestId,
		state: "QUEUED",
		startedBy: user.name,
		isPerson: true,
		isAlive: true,
	});
	const workers = startJobWorkers(jobs);
	await vi.waitFor(async () => expect((await findProofRequest(scope))?.state).toBe("DONE"), 30_000);
	await workers.stop();
	const proof = await findLastProof(scope);
	expect(proof).toMatchObject({ startedBy: user.name, isPerson: true, violations: 0, orderLines: 2n });
	expect(proof?.checks.length).toBeGreaterThan(20);
	expect(proof?.checks.every((one) => one.violations === 0 && one.first === null)).toBe(true);
	const request = await findProofRequest(scope);
	expect(request).toMatchObject({ checks: proof?.checks.length, checksDone: proof?.checks.length });
	expect(await db().auditEntry.count({ where: { action: "proof.ask", subjectId: asked.requestId } })).toBe(1);
});

test("while one waits or runs nobody starts another; five at once are one", async () => {
	const { scope } = await openLead();
	const answers = await Promise.all(Array.from({ length: 5 }, () => askForProof(scope)));
	expect(answers.filter((one) => one.ok)).toHaveLength(1);
	for (const one of answers) if (!one.ok) expect(one.reason).toBe("PROOF_RUNNING");
	expect(await db().proofRequest.count()).toBe(1);
	const [{ id } = { id: "" }] = await db().proofRequest.findMany();
	await proveTotals(scope.userId, id);
	expect(await askForProof(scope)).toMatchObject({ ok: true });
});

test("a request whose process is gone is told so, and does not stand in the way", async () => {
	const { scope } = await openLead();
	await pool().query(
		"INSERT INTO proof_requests (id, started_by, state, started_at) VALUES ('prq_lost', 'nightly', 'RUNNING', now())",
	);
	expect(await findProofRequest(scope)).toMatchObject({ state: "RUNNING", isAlive: false });
	// The queue takes it up again, and it is whole.
	expect(await proveTotals("nightly", "prq_lost")).toMatchObject({ violations: [] });
	expect(await proveTotals("nightly", "prq_lost")).toBeNull();
	await pool().query(
		`INSERT INTO proof_requests (id, started_by, state, started_at) VALUES ('prq_gone', 'nightly', 'RUNNING', now());
		 INSERT INTO proof_requests (id, started_by, state, asked_at) VALUES ('prq_old', 'nightly', 'QUEUED', now() - interval '2 hours')`,
	);
	expect(await askForProof(scope)).toMatchObject({ ok: true });
	const states = await db().proofRequest.findMany({ where: { state: "FAILED" }, orderBy: { id: "asc" } });
	expect(states.map(({ id }) => id)).toEqual(["prq_gone", "prq_old"]);
});

test("while it runs the check under way is named", async () => {
	const { scope } = await openLead();
	const seen: string[] = [];
	const running = proveTotals("nightly");
	const watching = (async () => {
		for (;;) {
			const request = await findProofRequest(scope);
			if (request?.state === "DONE") return;
			if (request?.current) seen.push(request.current);
		}
	})();
	await Promise.all([running, watching]);
	expect(seen.length).toBeGreaterThan(0);
	expect(await findLastProof(scope)).toMatchObject({ startedBy: "nightly", isPerson: false });
});

test("a difference is found, named check by check, and told to the leads and no auditor", async () => {
	await importText(orderFile([orderLine()]));
	const { scope, user } = await openLead();
	const auditor = await createMember({ role: "auditor" });
	await pool().query("UPDATE gmv_shop_days SET paid_fen = paid_fen + 1");
	try {
		await proveTotals("nightly");
	} finally {
		await pool().query("UPDATE gmv_shop_days SET paid_fen = paid_fen - 1");
	}
	const proof = await findLastProof(scope);
	const failed = proof?.checks.filter((one) => one.violations > 0) ?? [];
	expect(failed.map(({ check }) => check)).toContain("I3 shop days = facts");
	expect(failed[0]?.first).toMatch(/rollup 1001\/0 fen, facts 1000\/0 fen/);
	expect(proof?.violations).toBe(failed.reduce((sum, one) => sum + one.violations, 0));
	const told = await db().notification.findMany({ where: { kind: "proofBroken" } });
	expect(told.map(({ userId }) => userId)).toContain(user.id);
	expect(told.map(({ userId }) => userId)).not.toContain(auditor.user.id);
	await proveTotals("cli");
	const { proofs, total } = await listProofs(auditor.scope);
	expect(total).toBe(2);
	expect(proofs.map(({ violations }) => violations > 0)).toEqual([false, true]);
	expect(await findProof(auditor.scope, proofs[1]?.id ?? "")).toMatchObject({ startedBy: "nightly" });
	expect(await findProof(auditor.scope, "rec_other")).toBeNull();
});

test("an auditor reads proofs and starts none; a partner's people do neither", async () => {
	const auditor = await createMember({ role: "auditor" });
	await proveTotals("nightly");
	expect(await findLastProof(auditor.scope)).toMatchObject({ violations: 0 });
	expect(() => askForProof(auditor.scope)).toThrow("FORBIDDEN");
	const owner = await createMember({ role: "partner_owner" });
	expect(() => askForProof(owner.scope as never)).toThrow("FORBIDDEN");
	expect(await db().proofRequest.count({ where: { state: "QUEUED" } })).toBe(0);
});
