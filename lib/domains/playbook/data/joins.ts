import "server-only";
import type { MonthJoins } from "@/lib/domains/playbook/types/portfolio";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Month } from "@/lib/platform/time";

/** Brands that joined, by month of Shanghai's calendar, since the first of `months` (in their order); months without any are not told. */
export async function listJoins(_scope: PlatformScope, months: readonly Month[]): Promise<MonthJoins[]> {
	const { rows } = await pool().query<MonthJoins>({
		name: "brands joined by month",
		text: `WITH begun AS (
		         SELECT array_agg((month || '-01')::timestamp AT TIME ZONE 'Asia/Shanghai' ORDER BY month) AS days
		           FROM unnest($1::text[]) month
		       )
		       SELECT ($1::text[])[place] AS month, "wellKnown", "newConsumption"
		         FROM (SELECT width_bucket(created_at, (SELECT days FROM begun)) AS place,
		                      count(*) FILTER (WHERE kind = 'WELL_KNOWN')::int AS "wellKnown",
		                      count(*) FILTER (WHERE kind = 'NEW_CONSUMPTION')::int AS "newConsumption"
		                 FROM brands GROUP BY 1) m
		        WHERE place > 0 ORDER BY place`,
		values: [months],
	});
	return rows;
}
