import "server-only";
import type { QuestionState } from "@/lib/domains/certification/constants/questions";
import type { BankQuery } from "@/lib/domains/certification/schema/bank";
import type { BankQuestion, BankRow, QuestionVersion } from "@/lib/domains/certification/types/bank";
import { escapeLike } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export const QUESTIONS_PER_PAGE = 20;

/** Every question with its newest version; $1–$6 the filters, $7 the questions found weak or null. */
const found = `
  FROM exam_questions q
  JOIN LATERAL (SELECT * FROM exam_question_versions v WHERE v.question_id = q.id ORDER BY v.version DESC LIMIT 1) v ON true
 WHERE ($1 = '' OR q.code ILIKE '%' || $1 || '%' OR v.body->>'stem' ILIKE '%' || $1 || '%')
   AND ($2::text IS NULL OR v.state::text = $2) AND ($3::text IS NULL OR v.level::text = $3)
   AND ($4::text IS NULL OR v.kind::text = $4) AND ($5::text IS NULL OR v.force = $5)
   AND ($6::text IS NULL OR v.topic = $6) AND ($7::text[] IS NULL OR q.id = ANY ($7))`;

type Page = { rows: BankRow[]; total: number; previous: string | null; next: string | null };

/** A page of the bank by code. `weakIds` narrows it to the questions that sittings found wanting. */
export async function listBank(
	_scope: PlatformScope,
	query: BankQuery,
	weakIds: readonly string[] | null = null,
): Promise<Page> {
	const { q, state, level, kind, force, topic } = query;
	const values = [escapeLike(q), state, level, kind, force, topic, weakIds];
	const isBack = query.before !== null;
	const [list, count] = await Promise.all([
		pool().query<BankRow>(
			`SELECT q.id, q.code, v.version, v.kind, v.level, v.topic, v.force, v.difficulty, v.state, v.body->>'stem' AS stem,
			        (SELECT name FROM users u WHERE u.id = v.written_by_id) AS "writtenBy",
			        v.state <> 'APPROVED' AND EXISTS (SELECT FROM exam_question_versions a
			          WHERE a.question_id = q.id AND a.state = 'APPROVED') AS "hasApproved",
			        (SELECT count(*)::int FROM exam_sitting_questions s JOIN exam_question_versions o ON o.id = s.version_id
			          WHERE o.question_id = q.id AND s.points IS NOT NULL) AS sittings
			   ${found} AND ($8::text IS NULL OR q.code ${isBack ? "<" : ">"} $8)
			  ORDER BY q.code ${isBack ? "DESC" : "ASC"} LIMIT ${QUESTIONS_PER_PAGE + 1}`,
			[...values, isBack ? query.before : query.after],
		),
		pool().query<{ total: number }>(`SELECT count(*)::int AS total ${found}`, values),
	]);
	const hasMore = list.rows.length > QUESTIONS_PER_PAGE;
	const rows = list.rows.slice(0, QUESTIONS_PER_PAGE);
	if (isBack) rows.reverse();
	const hasPrevious = isBack ? hasMore : query.after !== null;
	const hasNext = isBack || hasMore;
	return {
		rows,
		total: count.rows[0]?.total ?? 0,
		previous: hasPrevious ? (rows[0]?.code ?? null) : null,
		next: hasNext ? (rows.at(-1)?.code ?? null) : null,
	};
}

/** How many questions' newest version stands in each state. */
export async function countBank(_scope: PlatformScope): Promise<Partial<Record<QuestionState, number>>> {
	const { rows } = await pool().query<{ state: QuestionState; count: number }>(
		`SELECT state, count(*)::int AS count
		   FROM (SELECT DISTINCT ON (question_id) state FROM exam_question_versions ORDER BY question_id, version DESC) newest
		  GROUP BY state`,
	);
	return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** A question with every version it had; null where there is none. */
export async function findBankQuestion(_scope: PlatformScope, id: string): Promise<BankQuestion | null> {
	const { rows } = await pool().query<QuestionVersion & { code: string }>(
		`SELECT q.code, v.id, v.version, v.kind, v.level, v.topic, v.force, v.difficulty, v.body, v.state, v.revision,
		        v.written_by_id AS "writtenById", w.name AS "writtenBy", v.created_at AS "createdAt",
		        v.submitted_at AS "submittedAt", r.name AS "reviewedBy", v.reviewed_at AS "reviewedAt",
		        v.review_note AS "reviewNote",
		        (SELECT count(*)::int FROM exam_sitting_questions s WHERE s.version_id = v.id) AS papers
		   FROM exam_questions q JOIN exam_question_versions v ON v.question_id = q.id
		   LEFT JOIN users w ON w.id = v.written_by_id LEFT JOIN users r ON r.id = v.reviewed_by_id
		  WHERE q.id = $1 ORDER BY v.version DESC`,
		[id],
	);
	const [newest, ...older] = rows;
	return newest ? { id, code: newest.code, versions: [newest, ...older] } : null;
}
