import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PoolClient } from "pg";
import { proofLock } from "@/lib/domains/gmv/data/hold-totals";
import { PROOF_IS_HELD } from "@/lib/domains/gmv/data/proofs";
import { type ProofProgress, type Reconciliation, reconcile } from "@/lib/domains/gmv/data/reconcile";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

/** As many differences as are kept: the first tell what is wrong, the rest repeat it. */
const KEPT = 20;
/** A request the queue has not begun by then was lost with it. */
const WAITS = "1 hour";

export type Proved = Reconciliation & { runId: string };

/**
 * Recomputes everything from the facts, compares, and keeps the proof or the first differences with their time. How far it
 * is stands in its request all the while: the one given, or one of its own.
 * @returns null where the request given is finished already
 */
export async function proveTotals(startedBy: string): Promise<Proved>;
export async function proveTotals(startedBy: string, requestId: string): Promise<Proved | null>;
export async function proveTotals(startedBy: string, requestId?: string): Promise<Proved | null> {
	const keeper = await pool().connect();
	const id = requestId ?? newId("prq");
	let broken: Error | undefined;
	try {
		await keeper.query("SELECT pg_advisory_lock($1, hashtext($2))", [proofLock, id]);
		const taken = requestId ? await takeUp(keeper, id) : await open(keeper, id, startedBy);
		if (!taken) return null;
		return await prove(keeper, id, taken.startedBy);
	} finally {
		await keeper
			.query("SELECT pg_advisory_unlock($1, hashtext($2))", [proofLock, id])
			.catch((error: Error) => {
				broken = error;
			});
		keeper.release(broken);
	}
}

async function prove(keeper: PoolClient, id: string, startedBy: string): Promise<Proved> {
	const startedAt = new Date();
	try {
		const invariants = await readFile(join(process.cwd(), "prisma/sql/invariants.sql"), "utf8");
		const found = await reconcile(invariants, (progress) => noteProgress(keeper, id, progress));
		const runId = newId("rec");
		await keeper.query("BEGIN");
		await keep(keeper, runId, startedBy, startedAt, found);
		await close(keeper, id, "DONE", runId);
		if (found.violations.length > 0) await tellLeads(keeper, runId, found);
		await keeper.query("COMMIT");
		return { ...found, runId };
	} catch (error) {
		await keeper.query("ROLLBACK");
		await close(keeper, id, "FAILED", null);
		throw error;
	}
}

async function open(
	keeper: PoolClient,
	id: string,
	startedBy: string,
): Promise<{ startedBy: string } | undefined> {
	await closeAbandonedProofs(keeper);
	const { rows } = await keeper.query<{ startedBy: string }>(
		`INSERT INTO proof_requests (id, started_by, state, started_at) VALUES ($1, $2, 'RUNNING', clock_timestamp())
		 RETURNING started_by AS "startedBy"`,
		[id, startedBy],
	);
	return rows[0];
}

/** Begins a request, or begins it again after a process that died. */
async function takeUp(keeper: PoolClient, id: string): Promise<{ startedBy: string } | undefined> {
	const { rows } = await keeper.query<{ startedBy: string }>(
		`UPDATE proof_requests SET state = 'RUNNING', started_at = clock_timestamp(), checks_done = 0, current = NULL
		  WHERE id = $1 AND state IN ('QUEUED', 'RUNNING') RETURNING started_by AS "startedBy"`,
		[id],
	);
	return rows[0];
}

async function noteProgress(keeper: PoolClient, id: string, progress: ProofProgress): Promise<void> {
	await keeper.query(
		"UPDATE proof_requests SET checks = $2, checks_done = $3, current = $4 WHERE id = $1 AND state = 'RUNNING'",
		[id, progress.checks, progress.done, progress.current],
	);
}

async function close(
	keeper: PoolClient,
	id: string,
	state: "DONE" | "FAILED",
	runId: string | null,
): Promise<void> {
	await keeper.query(
		`UPDATE proof_requests SET state = $2::proof_state, finished_at = clock_timestamp(), current = NULL, proof_id = $3,
		        checks_done = CASE WHEN $2 = 'DONE' THEN checks ELSE checks_done END
		  WHERE id = $1 AND state = 'RUNNING'`,
		[id, state, runId],
	);
}

async function keep(
	keeper: PoolClient,
	runId: string,
	startedBy: string,
	startedAt: Date,
	{ violations, checks, checked, first, last }: Reconciliation,
): Promise<void> {
	await keeper.query(
		`INSERT INTO reconcile_runs (id, started_at, finished_at, started_by, violations, first, checks, order_lines,
		                             shop_day_facts, batches, first_day, last_day)
		 VALUES ($1, $2, clock_timestamp(), $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		[
			runId,
			startedAt,
			startedBy,
			violations.length,
			JSON.stringify(violations.slice(0, KEPT)),
			JSON.stringify(checks),
			checked.order_lines,
			checked.shop_day_facts,
			checked.batches,
			first,
			last,
		],
	);
}

/** A difference is nobody's daily reading: whoever leads operations is told. */
async function tellLeads(keeper: PoolClient, runId: string, { violations }: Reconciliation): Promise<void> {
	const { rows } = await keeper.query<{ id: string }>(
		`SELECT DISTINCT u.id FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE u.status = 'ACTIVE' AND m.role IN ('ops_lead', 'admin')`,
	);
	await notifyUsersRaw(
		keeper,
		rows.map((row) => row.id),
		{
			key: `proof-broken:${runId}`,
			kind: "proofBroken",
			params: { count: violations.length },
			href: routes.ops.gmvProof(runId),
		},
	);
}

/** Requests whose process is gone, or that the queue has lost. */
export const CLOSE_ABANDONED = `UPDATE proof_requests q SET state = 'FAILED', finished_at = clock_timestamp(), current = NULL
	WHERE (q.state = 'RUNNING' AND NOT ${PROOF_IS_HELD})
	   OR (q.state = 'QUEUED' AND q.asked_at < clock_timestamp() - interval '${WAITS}')`;

async function closeAbandonedProofs(keeper: PoolClient): Promise<void> {
	await keeper.query(CLOSE_ABANDONED);
}
