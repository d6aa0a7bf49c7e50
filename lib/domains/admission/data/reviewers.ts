import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type Reviewer = {
	readonly userId: string;
	readonly name: string;
	readonly role: "ops_reviewer" | "ops_lead";
};

/** A reviewer with how many applications they hold now. */
export type ReviewerLoad = Reviewer & { readonly held: number };

/** Everybody who may review, those with the least in hand first. */
export async function listReviewers(_scope: PlatformScope): Promise<ReviewerLoad[]> {
	const { rows } = await pool().query<ReviewerLoad>(
		`SELECT u.id AS "userId", u.name, min(m.role::text) AS role,
		        (SELECT count(*)::int FROM applications a WHERE a.assignee_id = u.id AND a.state = 'IN_REVIEW') AS held
		   FROM users u JOIN memberships m ON m.user_id = u.id
		  WHERE u.status = 'ACTIVE' AND m.role IN ('ops_reviewer', 'ops_lead')
		  GROUP BY u.id ORDER BY held, u.name COLLATE "zh-x-icu", u.id`,
	);
	return rows;
}

/** Somebody who may review; null for anybody else, and for accounts no longer active. */
export async function findReviewer(
	_scope: PlatformScope,
	userId: string,
	client: Tx = db(),
): Promise<Reviewer | null> {
	const row = await client.membership.findFirst({
		where: { userId, role: { in: ["ops_reviewer", "ops_lead"] }, user: { status: "ACTIVE" } },
		orderBy: { role: "desc" },
		select: { role: true, user: { select: { name: true } } },
	});
	if (!row) return null;
	return { userId, name: row.user.name, role: row.role === "ops_lead" ? "ops_lead" : "ops_reviewer" };
}
