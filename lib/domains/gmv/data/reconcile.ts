import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { Day } from "@/lib/platform/time";

export type Violation = { invariant: string; detail: string };

export type Reconciliation = {
	violations: Violation[];
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

/** Runs the statement of `prisma/sql/invariants.sql` and counts what it was run over, in one snapshot. */
export async function reconcile(invariants: string): Promise<Reconciliation> {
	const client = await pool().connect();
	try {
		await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
		// The statement sorts and hashes every fact; more room than a page needs.
		await client.query("SET LOCAL work_mem = '128MB'");
		const { rows: violations } = await client.query<Violation>(invariants);
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
		return { violations, checked, first, last };
	} finally {
		await client.query("ROLLBACK").catch(() => undefined);
		client.release();
	}
}
