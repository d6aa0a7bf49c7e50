import "server-only";
import type { OwnPractical, PracticalCase, PracticalRow } from "@/lib/domains/certification/types/practicals";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";

/** The practical part of the reader's own sitting; null where there is none. */
export async function findOwnPractical(scope: PartnerScope, sittingId: string): Promise<OwnPractical | null> {
	const { rows } = await pool().query<OwnPractical>(
		`SELECT p.due_on AS "dueOn", p.submitted_at AS "submittedAt", p.settled_at AS "settledAt", p.link, p.note, p.halves,
		        p.due_on < shanghai_day(now()) AS "isLate", s.policy_version AS "policyVersion",
		        CASE WHEN p.settled_at IS NULL THEN '[]' ELSE coalesce((SELECT json_agg(m.note ORDER BY m.ordinal)
		          FROM exam_practical_marks m WHERE m.sitting_id = p.sitting_id), '[]') END AS remarks
		   FROM exam_practicals p JOIN exam_sittings s ON s.id = p.sitting_id
		  WHERE p.sitting_id = $1 AND s.user_id = $2 AND s.organisation_id = $3`,
		[sittingId, scope.userId, scope.organisationId],
	);
	return rows[0] ?? null;
}

/** A marker's part of the work without any name: theirs to mark, or marked by them. $1 the marker. */
const rowSql = `
	SELECT p.sitting_id AS id, upper(right(p.sitting_id, 6)) AS code, p.submitted_at AS "submittedAt", p.settled_at AS "settledAt",
	       (SELECT count(*)::int FROM exam_practical_marks m WHERE m.sitting_id = p.sitting_id) AS marks,
	       EXISTS (SELECT FROM exam_practical_marks m WHERE m.sitting_id = p.sitting_id AND m.marker_id = $1) AS "isMine"
	  FROM exam_practicals p JOIN exam_sittings s ON s.id = p.sitting_id
	 WHERE p.submitted_at IS NOT NULL AND NOT has_conflict($1, s.organisation_id)`;

/** What waits for a mark by the reader, the longest-waiting first, and what they marked themselves. */
export async function listPracticals(scope: PlatformScope): Promise<PracticalRow[]> {
	const { rows } = await pool().query<PracticalRow>(
		`SELECT * FROM (${rowSql}) found WHERE "settledAt" IS NULL OR "isMine"
		  ORDER BY "settledAt" IS NOT NULL, "isMine", "submittedAt" LIMIT 200`,
		[scope.userId],
	);
	return rows;
}

/** One piece of work as a marker sees it: without the name, and no mark but their own until it is settled. */
export async function findPractical(scope: PlatformScope, id: string): Promise<PracticalCase | null> {
	const { rows } = await pool().query<PracticalCase>(
		`SELECT found.*, p.link, p.note, p.halves, s.policy_version AS "policyVersion",
		        (SELECT json_build_object('scores', m.scores, 'total', m.total, 'note', m.note)
		           FROM exam_practical_marks m WHERE m.sitting_id = p.sitting_id AND m.marker_id = $1) AS own,
		        coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'count', e.count)) FROM (
		          SELECT kind, count(*)::int FROM exam_sitting_events WHERE sitting_id = p.sitting_id GROUP BY kind) e), '[]') AS hints
		   FROM (${rowSql}) found JOIN exam_practicals p ON p.sitting_id = found.id JOIN exam_sittings s ON s.id = found.id
		  WHERE found.id = $2`,
		[scope.userId, id],
	);
	return rows[0] ?? null;
}
