import "server-only";
import type { PortfolioFilter } from "@/lib/domains/playbook/schema";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export const portfolioPage = 30;

export type PortfolioRow = {
	id: string;
	name: string;
	kind: "WELL_KNOWN" | "NEW_CONSUMPTION";
	category: string;
	managerName: string | null;
	playbookVersion: number | null;
	/** The first step with a required item to do; null when nothing is left, or nothing was begun. */
	step: number | null;
	/** The day the oldest required item of that step was due, when that is long ago. */
	stuckSince: Day | null;
	overdue: number;
	/** By step, from the first to the fifth. */
	done: number[] | null;
	required: number[] | null;
};

const PORTFOLIO = `
	WITH steps AS (
	  SELECT brand_id, step, count(*) FILTER (WHERE is_required)::int AS required,
	         count(*) FILTER (WHERE is_required AND state = 'DONE')::int AS done,
	         count(*) FILTER (WHERE state <> 'DONE' AND due_on < $1::date)::int AS overdue,
	         min(due_on) FILTER (WHERE is_required AND state <> 'DONE') AS oldest
	    FROM playbook_items WHERE NOT is_retired GROUP BY brand_id, step
	), brand AS (
	  SELECT brand_id, array_agg(done ORDER BY step) AS done, array_agg(required ORDER BY step) AS required,
	         sum(overdue)::int AS overdue, min(step) FILTER (WHERE done < required)::int AS step
	    FROM steps GROUP BY brand_id
	), rows AS (
	  SELECT b.id, b.name, b.kind::text, b.category, b.manager_id, u.name AS "managerName",
	         b.playbook_version AS "playbookVersion", n.step, n.done, n.required, coalesce(n.overdue, 0) AS overdue,
	         CASE WHEN s.oldest < $2::date THEN s.oldest::text END AS "stuckSince"
	    FROM brands b LEFT JOIN users u ON u.id = b.manager_id LEFT JOIN brand n ON n.brand_id = b.id
	    LEFT JOIN steps s ON s.brand_id = b.id AND s.step = n.step
	)`;

const MATCHES = `($3 = '' OR name ILIKE $4 OR category ILIKE $4) AND ($5 = '' OR kind = $5)
	AND ($6 = '' OR manager_id = $6 OR ($6 = 'none' AND manager_id IS NULL)) AND ($7 = '' OR step::text = $7)
	AND ($8 = '' OR ($8 = 'stuck' AND "stuckSince" IS NOT NULL) OR ($8 = 'none' AND "playbookVersion" IS NULL))`;

export type PortfolioSums = { total: number; stuck: number; unstarted: number; unmanaged: number };

/** Brands by step, those stuck longest first. `stuckBefore`: an item due earlier than this day makes its brand stuck. */
export async function listPortfolio(
	_scope: PlatformScope,
	filter: PortfolioFilter,
	days: { today: Day; stuckBefore: Day },
): Promise<{ rows: PortfolioRow[]; total: number; sums: PortfolioSums }> {
	const like = likePattern(filter.q);
	const values = [
		...[days.today, days.stuckBefore, filter.q, like, filter.kind, filter.manager],
		...[filter.step, filter.state],
	];
	const { rows } = await pool().query<PortfolioRow & { total: number } & { sums: PortfolioSums }>(
		`${PORTFOLIO}, shown AS (SELECT * FROM rows WHERE ${MATCHES})
		 SELECT s.*, (SELECT count(*) FROM shown)::int AS total FROM shown s
		  ORDER BY "stuckSince" NULLS LAST, overdue DESC, name COLLATE "zh-x-icu", id LIMIT $9 OFFSET $10`,
		[...values, portfolioPage, (filter.page - 1) * portfolioPage],
	);
	const sums = await pool().query<PortfolioSums>(
		`${PORTFOLIO} SELECT count(*)::int AS total, count("stuckSince")::int AS stuck,
		   count(*) FILTER (WHERE "playbookVersion" IS NULL)::int AS unstarted,
		   count(*) FILTER (WHERE manager_id IS NULL)::int AS unmanaged FROM rows`,
		[days.today, days.stuckBefore],
	);
	return {
		rows,
		total: rows[0]?.total ?? 0,
		sums: sums.rows[0] ?? { total: 0, stuck: 0, unstarted: 0, unmanaged: 0 },
	};
}

/** Who may be in charge of a brand. */
export async function listManagers(_scope: PlatformScope): Promise<{ id: string; name: string }[]> {
	const { rows } = await pool().query<{ id: string; name: string }>(
		`SELECT DISTINCT u.id, u.name FROM users u JOIN memberships m ON m.user_id = u.id
		  WHERE m.role IN ('ops_reviewer', 'ops_lead') AND u.status = 'ACTIVE' ORDER BY u.name`,
	);
	return rows;
}
