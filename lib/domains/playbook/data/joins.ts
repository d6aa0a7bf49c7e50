import "server-only";
import type { MonthJoins } from "@/lib/domains/playbook/types/portfolio";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** Brands that joined, by month of Shanghai's calendar, from the month of `from` on; months without any are not told. */
export async function listJoins(_scope: PlatformScope, from: Day): Promise<MonthJoins[]> {
	const { rows } = await pool().query<MonthJoins>(
		`SELECT to_char(joined, 'YYYY-MM') AS month, "wellKnown", "newConsumption"
		   FROM (SELECT date_trunc('month', created_at AT TIME ZONE 'Asia/Shanghai') AS joined,
		                count(*) FILTER (WHERE kind = 'WELL_KNOWN')::int AS "wellKnown",
		                count(*) FILTER (WHERE kind = 'NEW_CONSUMPTION')::int AS "newConsumption"
		           FROM brands WHERE created_at >= ($1::date)::timestamp AT TIME ZONE 'Asia/Shanghai' GROUP BY 1) m
		  ORDER BY 1`,
		[from],
	);
	return rows;
}
