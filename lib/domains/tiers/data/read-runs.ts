import "server-only";
import type { Pool, PoolClient } from "pg";
import { RUN_IS_HELD } from "@/lib/domains/tiers/data/run-lock";
import { type MovementCell, type RunSummary, summariseRun } from "@/lib/domains/tiers/rules/summarise-run";
import type { RunHead, RunProgress, TrackName } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Month } from "@/lib/platform/time";

const headColumns = `r.id AS "runId", to_char(r.period, 'YYYY-MM') AS period, r.as_of AS "asOf", r.status,
	r.tier_policy_version AS "tierPolicyVersion", r.force_policy_version AS "forcePolicyVersion",
	r.partner_count AS "partnerCount", r.corrects_run_id AS "correctsRunId", r.reason, u.name AS "startedBy",
	r.created_at AS "createdAt", r.notice_at AS "noticeAt", r.notice_until AS "noticeUntil", r.finalised_at AS "finalisedAt",
	(SELECT name FROM users WHERE id = r.notice_by_id) AS "noticeBy", r.ended_at AS "endedAt", r.failure, r.summary,
	EXISTS (SELECT FROM evaluation_runs later WHERE later.period = r.period AND later.status = 'FINAL'
	         AND (later.finalised_at, later.id) > (r.finalised_at, r.id)) AS "isSuperseded"`;

type CellRow = MovementCell & { runId: string };
/** `summary` is null for a run that was computed before sums were kept. */
type StoredHead = RunHead & { summary: RunSummary | null };

/** The newest runs with their outcome in numbers. */
export async function readRuns(
	_scope: PlatformScope,
	limit: number,
): Promise<{ run: RunHead; summary: RunSummary }[]> {
	const { rows: runs } = await pool().query<StoredHead>(
		`SELECT ${headColumns} FROM evaluation_runs r LEFT JOIN users u ON u.id = r.started_by_id
		  ORDER BY r.period DESC, r.created_at DESC LIMIT $1`,
		[limit],
	);
	const uncounted = runs.filter((run) => run.summary === null && run.status !== "COMPUTING");
	const cells = await countMoves(
		pool(),
		uncounted.map((run) => run.runId),
	);
	return runs.map(({ summary, ...run }) => ({
		run,
		summary: summary ?? summariseRun(cells.filter((cell) => cell.runId === run.runId)),
	}));
}

export async function readRun(
	_scope: PlatformScope,
	runId: string,
): Promise<{ run: RunHead; summary: RunSummary } | null> {
	const { rows } = await pool().query<StoredHead>(
		`SELECT ${headColumns} FROM evaluation_runs r LEFT JOIN users u ON u.id = r.started_by_id WHERE r.id = $1`,
		[runId],
	);
	const found = rows[0];
	if (!found) return null;
	const { summary, ...run } = found;
	return { run, summary: summary ?? summariseRun(await countMoves(pool(), [runId])) };
}

/** The verdicts of runs, counted: for runs whose sums are not kept with them. */
export async function countMoves(reader: Pool | PoolClient, runIds: readonly string[]): Promise<CellRow[]> {
	if (runIds.length === 0) return [];
	const { rows } = await reader.query<CellRow>(
		`SELECT run_id AS "runId", track_code AS "trackCode", previous_tier AS "previousTier", tier, count(*)::int AS count
		   FROM classifications WHERE run_id = ANY($1) GROUP BY 1, 2, 3, 4`,
		[runIds],
	);
	return rows;
}

/** How far a run is; null for one that does not exist. */
export async function readRunProgress(_scope: PlatformScope, runId: string): Promise<RunProgress | null> {
	const { rows } = await pool().query<RunProgress>(
		`SELECT r.id AS "runId", r.status, p.stage, coalesce(p.done, 0) AS done, coalesce(p.total, 0) AS total,
		        r.status <> 'COMPUTING' OR p.run_id IS NULL OR ${RUN_IS_HELD} AS "isAlive"
		   FROM evaluation_runs r LEFT JOIN evaluation_progress p ON p.run_id = r.id WHERE r.id = $1`,
		[runId],
	);
	return rows[0] ?? null;
}

/** Months that have a final run, of those asked for: to evaluate one again is to correct it. */
export async function readFinalMonths(_scope: PlatformScope, months: readonly Month[]): Promise<Month[]> {
	const { rows } = await pool().query<{ month: Month }>(
		`SELECT DISTINCT to_char(period, 'YYYY-MM') AS month FROM evaluation_runs
		  WHERE status = 'FINAL' AND to_char(period, 'YYYY-MM') = ANY($1)`,
		[months],
	);
	return rows.map((row) => row.month);
}

/** The newest month that is evaluated, or being evaluated; null before the first. */
export async function readLastPeriod(): Promise<Month | null> {
	const { rows } = await pool().query<{ period: Month | null }>(
		`SELECT to_char(max(period), 'YYYY-MM') AS period FROM evaluation_runs
		  WHERE status IN ('COMPUTING', 'DRAFT', 'NOTICE', 'FINAL')`,
	);
	return rows[0]?.period ?? null;
}

export async function readTracks(): Promise<TrackName[]> {
	const { rows } = await pool().query<TrackName>(
		`SELECT code, name_zh AS "nameZh", name_en AS "nameEn" FROM tracks ORDER BY position, code`,
	);
	return rows;
}
