import "server-only";
import { pageSize } from "@/lib/domains/gmv/constants";
import { proofLock } from "@/lib/domains/gmv/data/hold-totals";
import type { ProofRequestView, ProofView } from "@/lib/domains/gmv/rules/proof-view";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

const PROOF = `SELECT r.id, r.started_at AS "startedAt", r.finished_at AS "finishedAt", coalesce(u.name, r.started_by) AS "startedBy",
	u.id IS NOT NULL AS "isPerson", r.violations, r.checks, r.first, r.order_lines AS "orderLines",
	r.shop_day_facts AS "shopDayFacts", r.batches, r.first_day AS "firstDay", r.last_day AS "lastDay"
	FROM reconcile_runs r LEFT JOIN users u ON u.id = r.started_by`;

/** Proofs that rollups, attribution and batches agree with the facts, the newest first. */
export async function listProofs(
	_scope: PlatformScope,
	page = 1,
): Promise<{ proofs: ProofView[]; total: number }> {
	const [list, count] = await Promise.all([
		pool().query<ProofView>(`${PROOF} ORDER BY r.finished_at DESC, r.id DESC LIMIT $1 OFFSET $2`, [
			pageSize,
			(page - 1) * pageSize,
		]),
		pool().query<{ total: number }>("SELECT count(*)::int AS total FROM reconcile_runs"),
	]);
	return { proofs: list.rows, total: count.rows[0]?.total ?? 0 };
}

export async function findLastProof(_scope: PlatformScope): Promise<ProofView | null> {
	const { rows } = await pool().query<ProofView>(`${PROOF} ORDER BY r.finished_at DESC, r.id DESC LIMIT 1`);
	return rows[0] ?? null;
}

export async function findProof(_scope: PlatformScope, id: string): Promise<ProofView | null> {
	const { rows } = await pool().query<ProofView>(`${PROOF} WHERE r.id = $1`, [id]);
	return rows[0] ?? null;
}

/** Whether the connection that runs a request is there; `q` is the request. */
export const PROOF_IS_HELD = `EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
	AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
	AND l.classid = ${proofLock} AND l.objid = (hashtext(q.id)::bigint & 4294967295)::oid)`;

/** The latest request, open or not; null where nobody has asked yet. */
export async function findProofRequest(_scope: PlatformScope): Promise<ProofRequestView | null> {
	const { rows } = await pool().query<ProofRequestView>(
		`SELECT q.id, q.state, coalesce(u.name, q.started_by) AS "startedBy", u.id IS NOT NULL AS "isPerson",
		        q.asked_at AS "askedAt", q.started_at AS "startedAt", q.checks, q.checks_done AS "checksDone", q.current,
		        q.state <> 'RUNNING' OR ${PROOF_IS_HELD} AS "isAlive"
		   FROM proof_requests q LEFT JOIN users u ON u.id = q.started_by
		  ORDER BY q.state NOT IN ('QUEUED', 'RUNNING'), q.asked_at DESC, q.id DESC LIMIT 1`,
	);
	return rows[0] ?? null;
}
