import "server-only";
import { type MovementCell, type RunSummary, summariseRun } from "@/lib/domains/tiers/rules/summarise-run";
import type { RunHead, TrackName } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Month } from "@/lib/platform/time";

const headColumns = `r.id AS "runId", to_char(r.period, 'YYYY-MM') AS period, r.as_of AS "asOf", r.status,
	r.tier_policy_version AS "tierPolicyVersion", r.force_policy_version AS "forcePolicyVersion",
	r.partner_count AS "partnerCount", u.name AS "startedBy", r.created_at AS "createdAt", r.finalised_at AS "finalisedAt",
	EXISTS (SELECT FROM evaluation_runs later WHERE later.period = r.period AND later.status = 'FINAL'
	         AND (later.finalised_at, later.id) > (r.finalised_at, r.id)) AS "isSuperseded"`;

type CellRow = MovementCell & { runId: string };

/** The newest runs with their outcome in numbers. */
export async function readRuns(
	_scope: PlatformScope,
	limit: number,
): Promise<{ run: RunHead; summary: RunSummary }[]> {
	const { rows: runs } = await pool().query<RunHead>(
		`SELECT ${headColumns} FROM evaluation_runs r LEFT JOIN users u ON u.id = r.started_by_id
		  ORDER BY r.period DESC, r.created_at DESC LIMIT $1`,
		[limit],
	);
	const cells = await readCells(runs.map((run) => run.runId));
	return runs.map((run) => ({
		run,
		summary: summariseRun(cells.filter((cell) => cell.runId === run.runId)),
	}));
}

export async function readRun(
	_scope: PlatformScope,
	runId: string,
): Promise<{ run: RunHead; summary: RunSummary } | null> {
	const [head, cells] = await Promise.all([
		pool().query<RunHead>(
			`SELECT ${headColumns} FROM evaluation_runs r LEFT JOIN users u ON u.id = r.started_by_id WHERE r.id = $1`,
			[runId],
		),
		readCells([runId]),
	]);
	const run = head.rows[0];
	return run ? { run, summary: summariseRun(cells) } : null;
}

async function readCells(runIds: readonly string[]): Promise<CellRow[]> {
	const { rows } = await pool().query<CellRow>(
		`SELECT run_id AS "runId", track_code AS "trackCode", previous_tier AS "previousTier", tier, count(*)::int AS count
		   FROM classifications WHERE run_id = ANY($1) GROUP BY 1, 2, 3, 4`,
		[runIds],
	);
	return rows;
}

/** The month of the newest final run; null before the first. */
export async function readLastPeriod(): Promise<Month | null> {
	const { rows } = await pool().query<{ period: Month | null }>(
		"SELECT to_char(max(period), 'YYYY-MM') AS period FROM evaluation_runs WHERE status = 'FINAL'",
	);
	return rows[0]?.period ?? null;
}

export async function readTracks(): Promise<TrackName[]> {
	const { rows } = await pool().query<TrackName>(
		`SELECT code, name_zh AS "nameZh", name_en AS "nameEn" FROM tracks ORDER BY position, code`,
	);
	return rows;
}
