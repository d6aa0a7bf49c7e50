import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import { addDays, lastDayOf, type Month } from "@/lib/platform/time";
import type { DemoPlan } from "./plan";
import { instantOn } from "./timeline";

/** Months in which the demo's partners have a verdict already: a load that was interrupted goes on after them. */
async function readEvaluatedMonths(partnerId: string): Promise<Set<Month>> {
	const { rows } = await pool().query<{ month: Month }>(
		`SELECT to_char(r.period, 'YYYY-MM') AS month FROM classifications c
		   JOIN evaluation_runs r ON r.id = c.run_id AND r.status = 'FINAL' WHERE c.partner_id = $1`,
		[partnerId],
	);
	return new Set(rows.map((row) => row.month));
}

/** The monthly runs as operations would have made them, oldest first; gives back how many this load made. */
export async function evaluateDemo(
	{ timeline, partners }: DemoPlan,
	onCount: (done: number, total: number) => void,
): Promise<number> {
	const done = await readEvaluatedMonths(partners[0]?.id ?? "");
	const months = timeline.evaluatedMonths.filter((month) => !done.has(month));
	for (const [index, month] of months.entries()) {
		const asOf = lastDayOf(month);
		const now = instantOn(addDays(asOf, 15), 10);
		const outcome = await backfillRun({ asOf, actor: systemActor("demo"), now });
		if (!outcome.ok) throw new AppError(outcome.reason);
		await dateNotifications(outcome.runId, now);
		onCount(index + 1, months.length);
	}
	return months.length;
}

/** What the run told people was told on the day of the run, not on the day the demo was loaded. */
async function dateNotifications(runId: string, at: Date): Promise<void> {
	await pool().query(
		`UPDATE notifications SET created_at = $2
		  WHERE key LIKE $1 AND user_id IN (SELECT id FROM users WHERE is_demo)`,
		[`tier:${runId}:%`, at],
	);
}
