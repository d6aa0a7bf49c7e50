import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readRunProgress } from "@/lib/domains/tiers/data/read-runs";
import { computeRun } from "@/lib/domains/tiers/mutations/compute-run";
import { discardRun } from "@/lib/domains/tiers/mutations/discard-run";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { childEnv } from "@/lib/platform/env/env";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { createPartner, rebuildRollups, recordForces, recordGmv } from "@/tests/factories/tiers";

const asOf = "2026-05-31";
const actor = systemActor("test");
const now = new Date("2026-06-20T02:00:00Z");
const PARTNERS = 45;
const folder = mkdtempSync(join(tmpdir(), "windmaker-run-"));
let lead: PlatformScope;
let undisturbed: string[];

/** Every byte a run says of everybody. */
async function readBytes(runId: string): Promise<string[]> {
	const { rows } = await pool().query<{ said: string }>(
		`SELECT (partner_id, track_code, tier, previous_tier, absolute_tier, race_rank, race_score_bps, composite_bps, net_fen,
		         receipt, receipt_hash, percentiles)::text AS said
		   FROM classifications WHERE run_id = $1 ORDER BY partner_id`,
		[runId],
	);
	return rows.map(({ said }) => said);
}

async function compute(runId: string): Promise<string[]> {
	const computed = await computeRun({ runId, actor, now });
	expect(computed.ok).toBe(true);
	const bytes = await readBytes(runId);
	expect(bytes).toHaveLength(PARTNERS);
	expect((await discardRun(lead, { runId, reason: "重新算一遍", now })).ok).toBe(true);
	return bytes;
}

beforeAll(async () => {
	lead = (await createMember({ role: "ops_lead" })).scope;
	for (let i = 0; i < PARTNERS; i++) {
		const { id } = await createPartner({ track: i < 35 ? "training" : "brand_operation" });
		await recordForces(id, ["2026-03", "2026-04", "2026-05"]);
		await recordGmv(id, [{ day: "2026-05-01", paidFen: BigInt(i + 1) * 100_000_000n }]);
	}
	await rebuildRollups();
	const started = await startRun({ asOf, actor, now });
	if (!started.ok) throw new Error(started.reason);
	undisturbed = await compute(started.runId);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `portal evaluate` in a process of its own, as an operator runs it. */
function evaluate(fault: string): Promise<{ signal: NodeJS.Signals | null; out: string }> {
	const args = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "--import", "tsx"];
	const child = spawn(
		process.execPath,
		[...args, "lib/cli/portal.ts", "evaluate", "--as-of", asOf, "--json"],
		{
			env: childEnv({ NODE_ENV: "test", PORTAL_FAULT: fault, PORTAL_DATA: folder, VITEST: undefined }),
			stdio: ["ignore", "pipe", "pipe"],
		},
	);
	let out = "";
	child.stdout.on("data", (piece) => (out += piece));
	child.stderr.on("data", (piece) => (out += piece));
	return new Promise((resolve) => child.on("close", (_code, signal) => resolve({ signal, out })));
}

test.each([
	["with the run open and no verdict reached", "run-verdicts", "verdicts"],
	["while receipts are being written", "run-receipts:3", "receipts"],
	["just before the run becomes a draft", "run-draft", "receipts"],
])(
	"a process killed %s leaves its start; whoever takes it up writes what an undisturbed run writes",
	async (_name, fault, stage) => {
		const killed = await evaluate(fault);
		expect(killed.signal, killed.out).toBe("SIGKILL");
		const run = await db().evaluationRun.findFirstOrThrow({ where: { status: { not: "DISCARDED" } } });
		expect(run).toMatchObject({ status: "COMPUTING", partnerCount: 0, computedAt: null });
		// The server notices a client that is gone when it next speaks to it.
		await vi.waitFor(
			async () => expect(await readRunProgress(lead, run.id)).toMatchObject({ stage, isAlive: false }),
			{ timeout: 10_000 },
		);
		expect(await db().classification.count()).toBe(0);
		expect(await startRun({ asOf, actor, now })).toMatchObject({ ok: false, reason: "RUN_OPEN" });
		expect(await compute(run.id)).toEqual(undisturbed);
	},
	30_000,
);
