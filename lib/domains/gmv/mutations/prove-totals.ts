import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Reconciliation, reconcile } from "@/lib/domains/gmv/data/reconcile";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";

/** As many differences as are kept: the first tell what is wrong, the rest repeat it. */
const KEPT = 20;

/** Recomputes everything from the facts, compares, and keeps the proof or the first differences with their time. */
export async function proveTotals(startedBy: string): Promise<Reconciliation & { runId: string }> {
	const startedAt = new Date();
	const found = await reconcile(await readFile(join(process.cwd(), "prisma/sql/invariants.sql"), "utf8"));
	const runId = newId("rec");
	const { violations, checked, first, last } = found;
	await pool().query(
		`INSERT INTO reconcile_runs (id, started_at, finished_at, started_by, violations, first, order_lines, shop_day_facts,
		                             batches, first_day, last_day)
		 VALUES ($1, $2, clock_timestamp(), $3, $4, $5, $6, $7, $8, $9, $10)`,
		[
			runId,
			startedAt,
			startedBy,
			violations.length,
			JSON.stringify(violations.slice(0, KEPT)),
			checked.order_lines,
			checked.shop_day_facts,
			checked.batches,
			first,
			last,
		],
	);
	return { ...found, runId };
}
