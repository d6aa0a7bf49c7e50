import "server-only";
import type { PoolClient } from "pg";
import type { QuestionState } from "@/lib/domains/certification/constants/questions";
import type { Answer } from "@/lib/domains/certification/types/exams";
import type { Drawable, QuestionBody } from "@/lib/domains/certification/types/questions";
import { pool } from "@/lib/platform/db/pool";

type Client = Pick<PoolClient, "query">;

/** Every question of a level that may be drawn now. */
export async function listDrawable(level: string, client: Client = pool()): Promise<Drawable[]> {
	const { rows } = await client.query<Omit<Drawable, "optionCounts"> & { parts: QuestionBody["parts"] }>(
		`SELECT q.code, v.id AS "versionId", v.level, v.topic, v.difficulty, v.body->'parts' AS parts
		   FROM exam_question_versions v JOIN exam_questions q ON q.id = v.question_id
		  WHERE v.state = 'APPROVED' AND v.level = $1::certificate_level`,
		[level],
	);
	return rows.map(({ parts, ...question }) => ({
		...question,
		optionCounts: parts.map(({ kind, options }) => (kind === "boolean" ? 2 : options.length)),
	}));
}

/** A question of somebody's paper with everything the server knows of it; it is cut down before it leaves. */
export type PaperRow = {
	position: number;
	versionId: string;
	code: string;
	topic: string;
	state: QuestionState;
	body: QuestionBody;
	orders: readonly (readonly number[])[];
	answer: Answer | null;
	revision: number;
	savedAt: Date | null;
	isFlagged: boolean;
	points: number | null;
};

/** The paper of a sitting in its order. Whose it is has been asked before. */
export async function readPaper(sittingId: string, client: Client = pool()): Promise<PaperRow[]> {
	const { rows } = await client.query<PaperRow>(
		`SELECT p.position, p.version_id AS "versionId", q.code, v.topic, v.state, v.body, p.orders, p.answer, p.revision,
		        p.saved_at AS "savedAt", p.is_flagged AS "isFlagged", p.points
		   FROM exam_sitting_questions p JOIN exam_question_versions v ON v.id = p.version_id
		   JOIN exam_questions q ON q.id = v.question_id
		  WHERE p.sitting_id = $1 ORDER BY p.position`,
		[sittingId],
	);
	return rows;
}
