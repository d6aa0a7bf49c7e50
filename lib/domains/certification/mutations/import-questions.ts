import "server-only";
import type { PoolClient } from "pg";
import { readExamPolicy } from "@/lib/domains/certification/data/exam-policy";
import { findQuestionImport, readBankContents } from "@/lib/domains/certification/data/question-imports";
import { insertVersion } from "@/lib/domains/certification/mutations/write-question";
import { findMissingColumns } from "@/lib/domains/certification/rules/import-questions/columns";
import { judgeQuestions } from "@/lib/domains/certification/rules/import-questions/judge-questions";
import { readQuestions } from "@/lib/domains/certification/rules/import-questions/read-questions";
import { splitQuestionFile } from "@/lib/domains/certification/rules/import-questions/split-file";
import type {
	DiscardQuestions,
	ImportQuestions,
	QuestionMapping,
	RehearseQuestions,
} from "@/lib/domains/certification/schema/question-imports";
import type {
	FileQuestion,
	ImportResult,
	QuestionImport,
} from "@/lib/domains/certification/types/question-imports";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/** The file somebody read, held; only whoever sent it works on it, for they are its questions' writer. */
async function hold(
	client: PoolClient,
	scope: PlatformScope,
	{ importId, revision }: DiscardQuestions,
): Promise<QuestionImport | Refusal> {
	const found = await findQuestionImport(scope, importId, { client, hold: true });
	if (!found) throw new AppError("NOT_FOUND");
	if (found.uploadedById !== scope.userId) return refuse("QUESTION_FILE_OF_OTHER");
	return found.state === "OPEN" && found.revision === revision ? found : refuse("STALE_VERSION");
}

type Judged = { fresh: FileQuestion[]; result: ImportResult };

async function judge(
	client: PoolClient,
	content: string,
	mapping: QuestionMapping,
): Promise<Judged | Refusal> {
	const file = splitQuestionFile(content);
	if (!file) return refuse("QUESTION_FILE_UNREADABLE");
	if (findMissingColumns(mapping, file.header.length).length > 0) return refuse("QUESTION_COLUMNS_MISSING");
	const { document } = await readExamPolicy(businessDayOf(new Date()));
	const { questions, findings } = readQuestions(file, { mapping, topics: document.topics });
	const bank = await readBankContents(
		questions.map(({ input }) => input.code),
		client,
	);
	const source = mapping.code;
	const title = (source?.from === "column" && file.header[source.at]) || "code";
	return judgeQuestions(questions, findings, bank, title);
}

/** A dry run: what the import would do with every line now. Nothing is written but what it found and the mapping. */
export function rehearseQuestions(
	scope: PlatformScope,
	input: RehearseQuestions,
): Promise<Outcome<{ revision: number }>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<{ revision: number }>(async (client) => {
		const held = await hold(client, scope, input);
		if ("ok" in held) return held;
		const judged = await judge(client, held.content, input.mapping);
		if ("ok" in judged) return judged;
		await client.query(
			"UPDATE exam_question_imports SET mapping = $2, result = $3, revision = revision + 1 WHERE id = $1",
			[held.id, JSON.stringify(input.mapping), JSON.stringify(judged.result)],
		);
		return { ok: true, revision: held.revision + 1 };
	});
}

/**
 * Writes every question the file has right and the bank does not have, as drafts or straight to review, and keeps what
 * became of each other line. Judged anew, with no other writer in the bank: nothing that came since the dry run is doubled.
 */
export function importQuestions(
	scope: PlatformScope,
	input: ImportQuestions,
): Promise<Outcome<{ questions: number }>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<{ questions: number }>(async (client) => {
		await client.query("LOCK TABLE exam_questions IN SHARE ROW EXCLUSIVE MODE");
		const held = await hold(client, scope, input);
		if ("ok" in held) return held;
		if (!held.mapping) return refuse("QUESTION_COLUMNS_MISSING");
		const judged = await judge(client, held.content, held.mapping);
		if ("ok" in judged) return judged;
		const { fresh, result } = judged;
		if (fresh.length === 0) return refuse("QUESTION_FILE_NOTHING_NEW");
		for (const question of fresh) await write(client, scope, question, { ...input, importId: held.id });
		await client.query(
			`UPDATE exam_question_imports SET state = 'DONE', result = $2, lines = $3, accepted = $4, rejected = $5,
			        duplicate = $6, finished_at = now(), revision = revision + 1 WHERE id = $1`,
			[
				...[held.id, JSON.stringify(result), result.lines, result.accepted],
				...[result.rejected, result.duplicate],
			],
		);
		const { findings: _, ...counts } = result;
		await record(client, scope, held.id, { state: "DONE", ...counts });
		return { ok: true, questions: fresh.length };
	});
}

async function write(
	client: PoolClient,
	scope: PlatformScope,
	{ input }: FileQuestion,
	{ submit, importId }: { submit: boolean; importId: string },
): Promise<void> {
	const questionId = newId("qst");
	await client.query("INSERT INTO exam_questions (id, code) VALUES ($1, $2)", [questionId, input.code]);
	const version = { questionId, version: 1, input, importId };
	const versionId = await insertVersion(client, scope, version);
	if (!submit) return;
	await client.query(
		"UPDATE exam_question_versions SET state = 'IN_REVIEW', submitted_at = now(), revision = revision + 1 WHERE id = $1",
		[versionId],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "exam.submit-question",
		subjectType: "exam_question_version",
		subjectId: versionId,
		before: { state: "DRAFT" },
		after: { state: "IN_REVIEW" },
	});
}

function record(
	client: PoolClient,
	scope: PlatformScope,
	id: string,
	after: Record<string, string | number>,
) {
	return recordAuditRaw(client, {
		actor: actorOf(scope),
		action: after.state === "DONE" ? "exam.import-questions" : "exam.discard-questions",
		subjectType: "exam_question_import",
		subjectId: id,
		before: { state: "OPEN" },
		after,
	});
}

/** Puts a file away that will not be imported. */
export function discardQuestions(scope: PlatformScope, input: DiscardQuestions): Promise<Outcome> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction(async (client) => {
		const held = await hold(client, scope, input);
		if ("ok" in held) return held;
		await client.query(
			"UPDATE exam_question_imports SET state = 'DISCARDED', finished_at = now(), revision = revision + 1 WHERE id = $1",
			[held.id],
		);
		await record(client, scope, held.id, { state: "DISCARDED" });
		return { ok: true };
	});
}
