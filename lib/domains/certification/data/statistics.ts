import "server-only";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { MarkedResponse, PassRate } from "@/lib/domains/certification/types/statistics";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** Questions are judged by so many sittings of a level, the newest ones. */
export const SITTINGS_JUDGED = 1_000;

/** Every marked question of the newest sittings of a level. */
export async function readMarked(_scope: PlatformScope, level: CertificateLevel): Promise<MarkedResponse[]> {
	const { rows } = await pool().query<MarkedResponse>(
		`SELECT s.id AS "sittingId", v.question_id AS "questionId", v.id AS "versionId", q.code, v.body->>'stem' AS stem, v.topic,
		        v.body->'parts' AS parts, p.orders, p.answer, p.points, s.points AS "sittingPoints", s.of_points AS "sittingOf"
		   FROM (SELECT id, points, of_points FROM exam_sittings
		          WHERE level = $1::certificate_level AND state <> 'SITTING'
		          ORDER BY started_at DESC, id LIMIT ${SITTINGS_JUDGED}) s
		   JOIN exam_sitting_questions p ON p.sitting_id = s.id
		   JOIN exam_question_versions v ON v.id = p.version_id
		   JOIN exam_questions q ON q.id = v.question_id
		  WHERE p.points IS NOT NULL`,
		[level],
	);
	return rows;
}

const rates = (of: string, joins: string) => `
	SELECT s.level, ${of} AS of, count(*)::int AS sittings, count(*) FILTER (WHERE s.state = 'PASSED')::int AS passed
	  FROM exam_sittings s ${joins}
	 WHERE s.state IN ('PASSED', 'FAILED') GROUP BY 1, 2 ORDER BY 1, 2 DESC`;

/** Sittings with a result and how many of them passed: by level, by track of the company, by the month they began in. */
export async function readPassRates(_scope: PlatformScope) {
	const [levels, tracks, months, names] = await Promise.all([
		pool().query<PassRate>(rates("NULL::text", "")),
		pool().query<PassRate>(rates("t.track_code", "JOIN partner_tracks t ON t.partner_id = s.partner_id")),
		pool().query<PassRate>(rates("to_char(s.started_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')", "")),
		pool().query<{ code: string; "zh-CN": string; en: string }>(
			'SELECT code, name_zh AS "zh-CN", name_en AS en FROM tracks ORDER BY position',
		),
	]);
	return { levels: levels.rows, tracks: tracks.rows, months: months.rows, trackNames: names.rows };
}
