import "server-only";
import type { OpinionPair } from "@/lib/domains/admission/rules/agreement-statistics-by-reviewer";
import type { Conclusion } from "@/lib/domains/admission/rules/decision-times";
import type { Period } from "@/lib/domains/admission/rules/queue-query-presets";
import type { ForceScores } from "@/lib/domains/admission/types";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day, startOfDay } from "@/lib/platform/time";

function boundsOf({ from, to }: Period): [Date, Date] {
	return [startOfDay(from), startOfDay(addDays(to, 1))];
}

/** What every submission that ended in a period came to, with the time it was allowed by the standards it was judged by. */
export async function listConclusions(_scope: PlatformScope, period: Period): Promise<Conclusion[]> {
	const { rows } = await pool().query<Conclusion>(
		`WITH ended AS (
		   SELECT DISTINCT application_id FROM application_events
		    WHERE event IN ('approve', 'reject', 'request_changes') AND at >= $1 AND at < $2
		 ), moves AS (
		   SELECT e.application_id, e.event, e.at, e.actor_user_id,
		          max(e.at) FILTER (WHERE e.event IN ('submit', 'reopen'))
		            OVER (PARTITION BY e.application_id ORDER BY e.id) AS submitted_at
		     FROM application_events e JOIN ended USING (application_id)
		 )
		 SELECT m.event, a.primary_track AS track, m.actor_user_id AS "reviewerId", m.submitted_at AS "submittedAt",
		        m.at AS "concludedAt", coalesce((p.document ->> 'reviewWorkingDays')::int, 0) AS "allowedDays",
		        CASE WHEN m.event = 'reject' THEN (
		          SELECT x.state::text FROM appeals x
		           WHERE x.application_id = m.application_id AND x.filed_at >= m.at ORDER BY x.filed_at LIMIT 1)
		        END AS appeal
		   FROM moves m
		   JOIN applications a ON a.id = m.application_id
		   LEFT JOIN policies p ON p.kind = 'admission' AND p.version = a.policy_version
		  WHERE m.event IN ('approve', 'reject', 'request_changes') AND m.at >= $1 AND m.at < $2 AND m.submitted_at IS NOT NULL`,
		boundsOf(period),
	);
	return rows;
}

/** The open applications by the business day they were last submitted. */
export async function countOpenByDay(_scope: PlatformScope): Promise<{ day: Day; count: number }[]> {
	const { rows } = await pool().query<{ day: Day; count: number }>(
		`SELECT to_char(submitted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, count(*)::int AS count
		   FROM applications WHERE state IN ('SUBMITTED', 'IN_REVIEW') GROUP BY 1`,
	);
	return rows;
}

type PairRow = {
	month: string;
	firstId: string;
	secondId: string;
	firstDecision: "APPROVE" | "REJECT" | "REQUEST_CHANGES";
	secondDecision: "APPROVE" | "REJECT" | "REQUEST_CHANGES";
	firstScores: (number | null)[];
	secondScores: (number | null)[];
};

function scoresOf([traffic, livestream, incubation, fulfilment, supply]: (
	| number
	| null
)[]): ForceScores | null {
	if (traffic == null || livestream == null || incubation == null) return null;
	if (fulfilment == null || supply == null) return null;
	return { traffic, livestream, incubation, fulfilment, supply };
}

/** First and second opinions on the same submission, both in, by the month the second came in. */
export async function listOpinionPairs(_scope: PlatformScope, period: Period): Promise<OpinionPair[]> {
	const { rows } = await pool().query<PairRow>(
		`SELECT to_char(s.decided_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month,
		        f.reviewer_id AS "firstId", s.reviewer_id AS "secondId",
		        f.decision AS "firstDecision", s.decision AS "secondDecision",
		        ARRAY[f.traffic, f.livestream, f.incubation, f.fulfilment, f.supply] AS "firstScores",
		        ARRAY[s.traffic, s.livestream, s.incubation, s.fulfilment, s.supply] AS "secondScores"
		   FROM reviews f
		   JOIN reviews s ON s.application_id = f.application_id AND s.submission_no = f.submission_no AND s.stage = 'SECOND'
		  WHERE f.stage = 'FIRST' AND s.decided_at >= $1 AND s.decided_at < $2
		  ORDER BY s.decided_at, s.id`,
		boundsOf(period),
	);
	return rows.map((row) => ({
		month: row.month,
		first: { reviewerId: row.firstId, decision: row.firstDecision, scores: scoresOf(row.firstScores) },
		second: { reviewerId: row.secondId, decision: row.secondDecision, scores: scoresOf(row.secondScores) },
	}));
}

/** Names of people of the platform, by id. */
export async function listStaffNames(
	_scope: PlatformScope,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const { rows } = await pool().query<{ id: string; name: string }>(
		"SELECT id, name FROM users WHERE id = ANY($1)",
		[ids],
	);
	return new Map(rows.map(({ id, name }) => [id, name]));
}
