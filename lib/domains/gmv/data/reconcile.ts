import "server-only";
import type { CheckResult } from "@/lib/domains/gmv/rules/proof-view";
import { splitChecks } from "@/lib/domains/gmv/rules/split-checks";
import { pool } from "@/lib/platform/db/pool";
import type { Day } from "@/lib/platform/time";

export type Violation = { invariant: string; detail: string };

export type Reconciliation = {
	violations: Violation[];
	checks: CheckResult[];
	checked: {
		order_lines: bigint;
		shop_day_facts: bigint;
		shop_days: bigint;
		platform_days: bigint;
		batches: bigint;
	};
	first: Day | null;
	last: Day | null;
};

/** How far a proof is: which check begins, after how many of all. */
export type ProofProgress = { checks: number; done: number; current: string };

/** Runs the checks of `prisma/sql/invariants.sql` and counts what they were run over, all in one snapshot. */
export async function reconcile(
	invariants: string,
	onProgress: (progress: ProofProgress) => Promise<void> = async () => undefined,
): Promise<Reconciliation> {
	const client = await pool().connect();
	try {
		await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
		// The statements sort and hash every fact; more room than a page needs.
		await client.query("SET LOCAL work_mem = '128MB'");
		const all = splitChecks(invariants);
		const violations: Violation[] = [];
		const checks: CheckResult[] = [];
		for (const [done, { name, sql }] of all.entries()) {
			await onProgress({ checks: all.length, done, current: name });
			const started = performance.now();
			const { rows } = await client.query<Violation>(sql);
			for (const row of rows) violations.push(row);
			checks.push({
				check: name,
				violations: rows.length,
				first: rows[0]?.detail ?? null,
				ms: Math.round(performance.now() - started),
			});
		}
		const { rows } = await client.query<Reconciliation["checked"] & { first: Day | null; last: Day | null }>(
			`SELECT (SELECT count(*) FROM order_lines) AS order_lines, (SELECT count(*) FROM shop_day_facts) AS shop_day_facts,
			        (SELECT count(*) FROM gmv_shop_days) AS shop_days, (SELECT count(*) FROM import_batches) AS batches,
			        count(*) AS platform_days, min(day) AS first, max(day) AS last
			   FROM gmv_platform_days`,
		);
		await client.query("COMMIT");
		const {
			first = null,
			last = null,
			...checked
		} = rows[0] as Reconciliation["checked"] & { first: Day; last: Day };
		return { violations, checks, checked, first, last };
	} finally {
		await client.query("ROLLBACK").catch(() => undefined);
		client.release();
	}
}
