import "server-only";
import type { PoolClient } from "pg";
import type { BankContent } from "@/lib/domains/certification/rules/import-questions/judge-questions";
import type { ImportRow, QuestionImport } from "@/lib/domains/certification/types/question-imports";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

type Client = Pick<PoolClient, "query">;

const LISTED = 10;
const columns = `i.id, i.file_name AS "fileName", i.state, (SELECT name FROM users u WHERE u.id = i.uploaded_by_id) AS "uploadedBy",
  i.created_at AS "createdAt", i.lines, i.accepted, i.rejected, i.duplicate`;

/** The last files that came, the newest first. */
export async function listQuestionImports(_scope: PlatformScope): Promise<ImportRow[]> {
	const { rows } = await pool().query<ImportRow>(
		`SELECT ${columns} FROM exam_question_imports i ORDER BY i.created_at DESC, i.id LIMIT ${LISTED}`,
	);
	return rows;
}

/** A file with all that is known of it; null where there is none. `hold` keeps it until the transaction ends. */
export async function findQuestionImport(
	_scope: PlatformScope,
	id: string,
	{ client = pool(), hold = false }: { client?: Client; hold?: boolean } = {},
): Promise<QuestionImport | null> {
	const { rows } = await client.query<QuestionImport>(
		`SELECT ${columns}, i.revision, i.header, i.mapping, i.result, i.uploaded_by_id AS "uploadedById",
		        i.finished_at AS "finishedAt", i.content,
		        (SELECT jsonb_build_object('id', o.id, 'at', o.finished_at) FROM exam_question_imports o
		          WHERE o.sha256 = i.sha256 AND o.state = 'DONE' AND o.id <> i.id AND o.finished_at <= coalesce(i.finished_at, now())
		          ORDER BY o.finished_at DESC LIMIT 1) AS "sameAs"
		   FROM exam_question_imports i WHERE i.id = $1 ${hold ? "FOR UPDATE" : ""}`,
		[id],
	);
	const [found] = rows;
	if (!found) return null;
	return { ...found, sameAs: found.sameAs && { ...found.sameAs, at: new Date(found.sameAs.at) } };
}

/** How the columns of a file with the same header were read when one was last imported. */
export async function findMappingOfHeader(header: readonly string[]): Promise<unknown> {
	const { rows } = await pool().query<{ mapping: unknown }>(
		`SELECT mapping FROM exam_question_imports WHERE state = 'DONE' AND header = $1::jsonb
		  ORDER BY finished_at DESC LIMIT 1`,
		[JSON.stringify(header)],
	);
	return rows[0]?.mapping ?? null;
}

/** The newest version of each question that has one of these codes. */
export async function readBankContents(
	codes: readonly string[],
	client: Client = pool(),
): Promise<BankContent[]> {
	const { rows } = await client.query<BankContent>(
		`SELECT q.code, v.level, v.topic, v.difficulty, v.force, v.body FROM exam_questions q
		   JOIN LATERAL (SELECT * FROM exam_question_versions v WHERE v.question_id = q.id ORDER BY v.version DESC LIMIT 1) v ON true
		  WHERE q.code = ANY ($1)`,
		[codes],
	);
	return rows;
}
