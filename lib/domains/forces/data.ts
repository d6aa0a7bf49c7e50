import "server-only";
import type { PoolClient } from "pg";
import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import type { ForceMonthRevision, MonthlyForceFacts } from "@/lib/domains/forces/types";
import { pool } from "@/lib/platform/db/pool";
import type { DayRange, Month } from "@/lib/platform/time";

const columnList = [
	`to_char(month, 'YYYY-MM') AS "month"`,
	...forceMetrics.map(({ column, key }) => `${column} AS "${key}"`),
].join(", ");

/** Monthly counts of these partners inside a range of whole months, per partner and oldest first; of a corrected month the last revision. */
export async function readForceFacts(
	client: PoolClient,
	range: DayRange,
	partnerIds: readonly string[],
): Promise<Map<string, MonthlyForceFacts[]>> {
	const { rows } = await client.query<MonthlyForceFacts & { partnerId: string }>(
		`SELECT partner_id AS "partnerId", ${columnList} FROM force_months
		  WHERE month >= $1 AND month < $2 AND partner_id = ANY($3) ORDER BY partner_id, force_months.month, revision`,
		[range.from, range.to, partnerIds],
	);
	const byPartner = new Map<string, MonthlyForceFacts[]>();
	for (const { partnerId, ...facts } of rows) {
		const list = byPartner.get(partnerId);
		if (!list) byPartner.set(partnerId, [facts]);
		else if (list.at(-1)?.month === facts.month) list[list.length - 1] = facts;
		else list.push(facts);
	}
	return byPartner;
}

/**
 * Every revision of a partner's months inside a range, the latest month and the highest revision first. `partnerId` comes
 * from a row the caller's scope was allowed to read.
 */
export async function listForceMonths(partnerId: string, range: DayRange): Promise<ForceMonthRevision[]> {
	const { rows } = await pool().query<ForceMonthRevision>(
		`SELECT ${columnList}, f.revision, f.batch_id AS "batchId", s.code AS "sourceCode", b.known_at AS "knownAt"
		   FROM force_months f
		   LEFT JOIN import_batches b ON b.id = f.batch_id
		   LEFT JOIN gmv_sources s ON s.id = b.source_id
		  WHERE f.partner_id = $1 AND f.month >= $2 AND f.month < $3 ORDER BY f.month DESC, f.revision DESC`,
		[partnerId, range.from, range.to],
	);
	return rows;
}

/** The first and the last month a partner has metrics of; null where it has none. */
export async function findForceSpan(partnerId: string): Promise<{ first: Month; last: Month } | null> {
	const { rows } = await pool().query<{ first: Month | null; last: Month | null }>(
		`SELECT to_char(min(month), 'YYYY-MM') AS first, to_char(max(month), 'YYYY-MM') AS last
		   FROM force_months WHERE partner_id = $1`,
		[partnerId],
	);
	const { first = null, last = null } = rows[0] ?? {};
	return first && last ? { first, last } : null;
}
