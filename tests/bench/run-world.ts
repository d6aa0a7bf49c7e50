import type { PoolClient } from "pg";
import { type RunInputs, readRunInputs } from "@/lib/domains/tiers/data/read-run-inputs";
import { type RunPolicies, readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { writeClassifications } from "@/lib/domains/tiers/mutations/write-run";
import { evaluateRun } from "@/lib/domains/tiers/rules/evaluate";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import type { RunResult } from "@/lib/domains/tiers/types";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import type { Day } from "@/lib/platform/time";

/** The day of the run that is measured, and of the final one before it. */
export const AS_OF: Day = "2026-05-31";
const BEFORE: Day = "2026-04-30";

/**
 * SQL that adds partners `$1` to `$2` over the tracks `$3` with everything a run asks for: 25 months of GMV, four of force
 * facts, up to eight certified heads, a red line for one in a hundred. Chance repeats itself; every tier is reached.
 */
const chance = `chance AS (
	SELECT n, 'par_bench' || lpad(n::text, 21, '0') AS id, 'org_bench' || lpad(n::text, 21, '0') AS org,
	       ($3::text[])[1 + n % cardinality($3::text[])] AS track,
	       (hashint8(n) & 2147483647) / 2147483648.0::float8 AS a, (hashint8(n * 7919::int8 + 13) & 2147483647) / 2147483648.0::float8 AS b,
	       (hashint8(n * 104729::int8 + 5) & 2147483647) / 2147483648.0::float8 AS c
	  FROM generate_series($1::int8, $2::int8) n
)`;

const seedStatements = [
	`WITH ${chance} INSERT INTO organisations (id, kind, name) SELECT org, 'PARTNER', '压测服务商' || n FROM chance`,
	`WITH ${chance} INSERT INTO partners (id, organisation_id, name, uscc, region, primary_track, status, admitted_on)
	SELECT id, org, '压测服务商' || n, '91' || upper(lpad(to_hex(n), 16, '0')), '浙江省', track,
	       CASE WHEN a < 0.02 THEN 'PROBATION' ELSE 'ACTIVE' END::partner_status, date '2021-01-01' + (b * 1970)::int FROM chance`,
	`WITH ${chance} INSERT INTO partner_tracks (partner_id, track_code) SELECT id, track FROM chance`,
	`WITH ${chance} INSERT INTO gmv_partner_months (partner_id, month, paid_fen, refunded_fen)
	SELECT id, month, paid, (paid * b * 0.2)::int8 FROM chance,
	       generate_series(0, 24) m,
	       LATERAL (SELECT (date '2024-05-01' + make_interval(months => m))::date AS month,
	                       (10 ^ (7.5 + 3 * a) * (0.5 + c + m * (b - 0.3) * 0.08 + 0.8))::int8 AS paid) months`,
	`WITH ${chance} INSERT INTO force_months (partner_id, month, traffic_spend_fen, traffic_gmv_fen, content_views, content_gmv_fen, live_minutes,
		active_shops, live_gmv_fen, signed_streamers, qualified_streamers, orders_due, orders_shipped_on_time, after_sales_cases_due,
		after_sales_cases_in_sla, paid_orders, disputes, active_skus, exclusive_skus, sku_days, stockout_sku_days, c2m_orders)
	SELECT id, month, spend, (spend * (1 + 5 * q))::int8, views, (views * (2 + 9 * q))::int8, (shops * 60 * (20 + 120 * q))::int, shops,
	       (shops * (20 + 120 * q) * (1 + 22 * q) * 100000)::int8, streamers, (streamers * least(1, 0.35 * q + 0.02))::int, orders,
	       (orders * (0.9 + 0.1 * q))::int, cases, (cases * (0.8 + 0.2 * q))::int, orders, (orders * greatest(0, 0.021 - 0.02 * q + w * 0.0004 + CASE WHEN a > 0.995 THEN 0.03 ELSE 0 END))::int, skus,
	       (skus * 0.22 * q)::int, skus * 30, (skus * 30 * greatest(0, 0.1 - 0.1 * q))::int, (1050 * q)::int
	  FROM chance, generate_series(0, 3) m,
	       LATERAL (SELECT (date '2026-02-01' + make_interval(months => m))::date AS month, (hashint8(n * 31 + m) & 1023) / 1024.0::float8 AS w) one,
	       LATERAL (SELECT least(1.0, 0.25 + 0.5 * c + 0.3 * a + 0.05 * w) AS q, 100000 + (w * 9000000)::int8 AS spend, 10000 + (w * 3000000)::int8 AS views,
	                       1 + (c * 12)::int AS shops, 5 + (b * 75)::int AS streamers, 500 + (a * 90000 * (0.5 + w))::int AS orders,
	                       50 + (b * 4000 * w)::int AS cases, 20 + (c * 900)::int AS skus) size`,
	`WITH ${chance} INSERT INTO certificates (id, number, partner_id, holder_name, level, issued_on, expires_on)
	SELECT 'crt_bench' || lpad(n::text, 19, '0') || h, 'C' || n || '-' || h, id, 'holder ' || (CASE WHEN h = 8 THEN 1 ELSE h END),
	       (ARRAY['senior', 'intermediate', 'junior', 'intermediate', 'senior', 'junior', 'senior', 'intermediate'])[h]::certificate_level,
	       date '2025-01-01', CASE WHEN (n + h) % 11 = 0 THEN date '2026-01-01' ELSE date '2027-01-01' END
	  FROM chance, generate_series(1, 8) h WHERE h <= (c * 4 + a * 6)::int`,
	`WITH ${chance} INSERT INTO red_lines (id, partner_id, kind, occurred_on, note)
	SELECT 'rl_bench' || lpad(n::text, 20, '0'), id, CASE WHEN n % 2 = 0 THEN 'FABRICATED_TRADES' ELSE 'FORGED_CREDENTIALS' END::red_line_kind,
	       date '2025-03-01' + (c * 450)::int, '' FROM chance WHERE b < 0.01`,
];

export async function seedPartners(
	client: PoolClient,
	count: number,
	tracks: readonly string[],
): Promise<void> {
	await client.query("BEGIN");
	for (const statement of seedStatements) await client.query(statement, [1, count, tracks]);
	await client.query("COMMIT");
	for (const table of ["partners", "gmv_partner_months", "force_months", "certificates", "red_lines"])
		await client.query(`VACUUM ANALYZE ${table}`);
}

/** The facts of a run read and its verdicts reached; nothing written. */
export async function reachVerdicts(
	client: PoolClient,
	asOf: Day,
	{ tierPolicy, forcePolicy }: RunPolicies,
): Promise<RunInputs & { result: RunResult }> {
	const question = {
		asOf,
		windows: windowsEndedBy(tierPolicy.document, asOf),
		tierPolicy: tierPolicy.document,
		forcePolicy: forcePolicy.document,
	};
	const inputs = await readRunInputs(client, question);
	return { ...inputs, result: evaluateRun(tierPolicy.document, inputs.facts, asOf) };
}

/** What makes a draft: facts read, evaluated, written with their receipts. @returns how many partners it judged */
export async function draftRun(
	client: PoolClient,
	run: { id: string; asOf: Day },
	policies: RunPolicies,
): Promise<number> {
	const { facts, scorecards, result } = await reachVerdicts(client, run.asOf, policies);
	const windows = windowsEndedBy(policies.tierPolicy.document, run.asOf);
	const { tierPolicy, forcePolicy } = policies;
	const refs = {
		tierPolicy: { version: tierPolicy.version, hash: tierPolicy.documentHash },
		forcePolicy: { version: forcePolicy.version, hash: forcePolicy.documentHash },
	};
	for (const track of result.tracks)
		await writeClassifications(client, run.id, { ...track, windows }, refs, scorecards);
	return facts.length;
}

/** `period`: another than the day's where two drafts stand side by side to be compared. */
export async function openRun(client: PoolClient, id: string, asOf: Day, period = asOf): Promise<void> {
	await client.query(
		`INSERT INTO evaluation_runs (id, period, as_of, tier_policy_version, force_policy_version)
		 VALUES ($1, date_trunc('month', $2::date), $3, 1, 1)`,
		[id, period, asOf],
	);
}

/** The final run before the measured one, made by the engine itself: its receipts are what the next run reads. */
export async function makePreviousRun(): Promise<void> {
	const policies = await readRunPolicies(BEFORE);
	await inRawTransaction(async (client) => {
		await openRun(client, "run_before", BEFORE);
		const count = await draftRun(client, { id: "run_before", asOf: BEFORE }, policies);
		await client.query(
			"UPDATE evaluation_runs SET status = 'DRAFT', partner_count = $1 WHERE id = 'run_before'",
			[count],
		);
		await client.query(
			"UPDATE evaluation_runs SET status = 'FINAL', finalised_at = now() WHERE id = 'run_before'",
		);
	});
	await pool().query("VACUUM ANALYZE classifications");
}
