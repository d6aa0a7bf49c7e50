import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { QuestionState } from "@/lib/domains/certification/constants/questions";
import { readExamPolicy } from "@/lib/domains/certification/data/exam-policy";
import { checkQuestion } from "@/lib/domains/certification/rules/check-question";
import type { CreateQuestion, EditQuestion, SubmitQuestion } from "@/lib/domains/certification/schema/bank";
import type { QuestionBody } from "@/lib/domains/certification/types/questions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Content = Omit<CreateQuestion, "code">;
type Written = { questionId: string; versionId: string };

export type HeldVersion = {
	id: string;
	questionId: string;
	code: string;
	version: number;
	newest: number;
	level: CertificateLevel;
	state: QuestionState;
	revision: number;
	body: QuestionBody;
	writtenById: string;
};

/** A version with its question held, so that two writers come one after the other. */
export async function holdVersion(client: PoolClient, versionId: string): Promise<HeldVersion> {
	const { rows: held } = await client.query<{ id: string }>(
		`SELECT q.id FROM exam_questions q JOIN exam_question_versions v ON v.question_id = q.id
		  WHERE v.id = $1 FOR UPDATE OF q`,
		[versionId],
	);
	if (!held[0]) throw new AppError("NOT_FOUND");
	const { rows } = await client.query<HeldVersion>(
		`SELECT v.id, v.question_id AS "questionId", q.code, v.version, v.level, v.state, v.revision, v.body,
		        v.written_by_id AS "writtenById",
		        (SELECT max(version) FROM exam_question_versions n WHERE n.question_id = q.id) AS newest
		   FROM exam_question_versions v JOIN exam_questions q ON q.id = v.question_id WHERE v.id = $1`,
		[versionId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}

/** A picture with its description, as an edit of the text leaves it. */
type Picture = Pick<QuestionBody, "pictureId" | "pictureAlt">;
const noPicture: Picture = { pictureId: null };
const pictureOf = ({ pictureId, pictureAlt }: QuestionBody): Picture => ({ pictureId, pictureAlt });

const bodyOf = ({ kind, stem, parts, explanation }: Content, picture: Picture): QuestionBody => ({
	...{ kind, stem, ...picture, explanation },
	parts: parts.map((part) => (part.kind === "boolean" ? { ...part, options: [] } : part)),
});

async function isKnownTopic(topic: string): Promise<boolean> {
	const { document } = await readExamPolicy(businessDayOf(new Date()));
	return document.topics.some(({ code }) => code === topic);
}

/** Writes a question that is new to the bank, as a draft. */
export function createQuestion(scope: PlatformScope, input: CreateQuestion): Promise<Outcome<Written>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<Written>(async (client) => {
		if (!(await isKnownTopic(input.topic)))
			return refuse("TOPIC_UNKNOWN", { fieldErrors: { topic: "TOPIC_UNKNOWN" } });
		const questionId = newId("qst");
		const { rowCount } = await client.query(
			"INSERT INTO exam_questions (id, code) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING",
			[questionId, input.code],
		);
		if (rowCount !== 1)
			return refuse("QUESTION_CODE_TAKEN", { fieldErrors: { code: "QUESTION_CODE_TAKEN" } });
		const versionId = await insertVersion(client, scope, {
			questionId,
			version: 1,
			input,
			picture: noPicture,
		});
		return { ok: true, questionId, versionId };
	});
}

/**
 * Edits a question. A draft or what was sent back is written over by whoever wrote it; what was approved or retired stays
 * as it is, and the edit is a new version of it: no paper that was drawn ever changes.
 */
export function editQuestion(scope: PlatformScope, input: EditQuestion): Promise<Outcome<Written>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<Written>(async (client) => {
		const held = await holdVersion(client, input.versionId);
		if (held.revision !== input.revision || held.version !== held.newest) return refuse("STALE_VERSION");
		if (held.state === "IN_REVIEW") return refuse("QUESTION_IN_REVIEW");
		if (!(await isKnownTopic(input.topic)))
			return refuse("TOPIC_UNKNOWN", { fieldErrors: { topic: "TOPIC_UNKNOWN" } });
		const { questionId } = held;
		if (held.state === "APPROVED" || held.state === "RETIRED") {
			const versionId = await insertVersion(client, scope, {
				...{ questionId, version: held.version + 1, input, picture: pictureOf(held.body) },
			});
			return { ok: true, questionId, versionId };
		}
		if (held.writtenById !== scope.userId) return refuse("QUESTION_OF_OTHER");
		await overwrite(client, held, input);
		await record(client, scope, { action: "exam.edit-question", versionId: held.id, held, input });
		return { ok: true, questionId, versionId: held.id };
	});
}

async function overwrite(client: PoolClient, held: HeldVersion, input: EditQuestion): Promise<void> {
	const { rowCount } = await client.query(
		`UPDATE exam_question_versions SET kind = $3::question_kind, level = $4::certificate_level, topic = $5, force = $6,
		        difficulty = $7, body = $8, revision = revision + 1
		  WHERE id = $1 AND revision = $2 AND state IN ('DRAFT', 'RETURNED')`,
		[
			...[held.id, input.revision, input.kind, input.level, input.topic, input.force, input.difficulty],
			JSON.stringify(bodyOf(input, pictureOf(held.body))),
		],
	);
	if (rowCount !== 1) throw new AppError("STALE_VERSION");
}

type NewVersion = {
	questionId: string;
	version: number;
	input: Content;
	picture?: Picture;
	/** The file it came with. */
	importId?: string;
};

/** Writes a version of a question as a draft, with its audit. */
export async function insertVersion(
	client: PoolClient,
	scope: PlatformScope,
	{ questionId, version, input, picture = noPicture, importId }: NewVersion,
): Promise<string> {
	const versionId = newId("qsv");
	await client.query(
		`INSERT INTO exam_question_versions (id, question_id, version, kind, level, topic, force, difficulty, body, written_by_id)
		 VALUES ($1, $2, $3, $4::question_kind, $5::certificate_level, $6, $7, $8, $9, $10)`,
		[
			...[
				versionId,
				questionId,
				version,
				input.kind,
				input.level,
				input.topic,
				input.force,
				input.difficulty,
			],
			...[JSON.stringify(bodyOf(input, picture)), scope.userId],
		],
	);
	await record(client, scope, { action: "exam.write-question", versionId, held: null, input, importId });
	return versionId;
}

function record(
	client: PoolClient,
	scope: PlatformScope,
	change: { action: string; versionId: string; held: HeldVersion | null; input: Content; importId?: string },
) {
	const { level, topic, force, difficulty, kind } = change.input;
	return recordAuditRaw(client, {
		actor: actorOf(scope),
		action: change.action,
		subjectType: "exam_question_version",
		subjectId: change.versionId,
		...(change.held && { before: { revision: change.held.revision, state: change.held.state } }),
		after: { level, topic, force, difficulty, kind, ...(change.importId && { import: change.importId }) },
	});
}

/** Gives a draft to review; what cannot be asked is refused with its first finding. */
export function submitQuestion(
	scope: PlatformScope,
	{ versionId, revision }: SubmitQuestion,
): Promise<Outcome<Written>> {
	grant(scope, "exam.write");
	return inRawOutcomeTransaction<Written>(async (client) => {
		const held = await holdVersion(client, versionId);
		if (held.state !== "DRAFT" && held.state !== "RETURNED") return refuse("STALE_VERSION");
		if (checkQuestion(held.body).length > 0) return refuse("QUESTION_UNFIT");
		const { rowCount } = await client.query(
			`UPDATE exam_question_versions SET state = 'IN_REVIEW', submitted_at = now(), reviewed_by_id = NULL, reviewed_at = NULL,
			        review_note = NULL, revision = revision + 1
			  WHERE id = $1 AND revision = $2 AND state IN ('DRAFT', 'RETURNED')`,
			[versionId, revision],
		);
		if (rowCount !== 1) return refuse("STALE_VERSION");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.submit-question",
			subjectType: "exam_question_version",
			subjectId: versionId,
			before: { state: held.state },
			after: { state: "IN_REVIEW" },
		});
		return { ok: true, questionId: held.questionId, versionId };
	});
}
