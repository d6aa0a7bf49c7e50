import { Readable } from "node:stream";
import { beforeAll, expect, test } from "vitest";
import { findBankQuestion } from "@/lib/domains/certification/data/bank";
import { beginSitting } from "@/lib/domains/certification/mutations/begin-sitting";
import { bookSeat } from "@/lib/domains/certification/mutations/book";
import { openSitting } from "@/lib/domains/certification/mutations/open-sitting";
import { reviewQuestion } from "@/lib/domains/certification/mutations/review-question";
import { setPicture } from "@/lib/domains/certification/mutations/set-picture";
import {
	createQuestion,
	editQuestion,
	submitQuestion,
} from "@/lib/domains/certification/mutations/write-question";
import { createQuestionSchema, setPictureSchema } from "@/lib/domains/certification/schema/bank";
import { pool } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import { findReadableFile } from "@/lib/platform/files/data";
import { removeFile } from "@/lib/platform/files/mutations/remove-file";
import { uploadFile } from "@/lib/platform/files/mutations/upload-file";
import type { Scope } from "@/lib/platform/session/scope";
import { createExamPartner, fillBank, openWindow } from "@/tests/factories/exams";
import { createMember } from "@/tests/factories/identity";
import { pdf, png } from "@/tests/integration/files/sample-files";

const deviceKey = "device-a-device-a-device-a";

type Operator = Awaited<ReturnType<typeof createMember<"ops_reviewer" | "ops_lead" | "auditor">>>;
let writer: Operator;
let second: Operator;

beforeAll(async () => {
	[writer, second] = await Promise.all([
		createMember({ role: "ops_reviewer" }),
		createMember({ role: "ops_lead" }),
		fillBank("junior", 3),
	]);
});

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

const content = (stem: string) => ({
	...{
		level: "junior" as const,
		topic: "room",
		force: null,
		difficulty: 1 as const,
		kind: "single" as const,
		stem,
	},
	parts: [{ kind: "single" as const, prompt: "", options: ["甲", "乙"], key: [0] }],
	explanation: "解析",
});
const write = async (code: string) =>
	must(await createQuestion(writer.scope, createQuestionSchema.parse({ code, ...content("看图作答") })));
const upload = (scope: Scope, subjectId: string, name = "a.png", bytes = png()) =>
	uploadFile(scope, {
		purpose: "EXAM_PICTURE",
		subjectId,
		slot: "picture",
		name,
		source: Readable.from([bytes]),
	});

test("only the writer adds a picture, only with words for it; what it replaces goes", async () => {
	const { versionId, questionId } = await write("PIC-1");
	expect(await upload(second.scope, versionId)).toMatchObject({ reason: "FILES_LOCKED" });
	const { owner } = await createExamPartner();
	await expect(upload(owner.scope, versionId)).rejects.toMatchObject({ code: "NOT_FOUND" });
	const { file } = must(await upload(writer.scope, versionId));
	const set = (fileId: string | null, revision: number, operator = writer) =>
		setPicture(operator.scope, { versionId, revision, fileId, alt: "直播间后台截图" });
	expect(setPictureSchema.safeParse({ versionId, revision: 1, fileId: file.id, alt: " " }).success).toBe(
		false,
	);
	expect(await set(file.id, 1, second)).toMatchObject({ reason: "QUESTION_OF_OTHER" });
	must(await set(file.id, 1));
	expect(await set(file.id, 1)).toMatchObject({ reason: "STALE_VERSION" });
	const other = await write("PIC-2");
	const foreign = must(await upload(writer.scope, other.versionId));
	expect(await set(foreign.file.id, 2)).toMatchObject({ reason: "PICTURE_UNKNOWN" });
	const document = must(await upload(writer.scope, versionId, "a.pdf", pdf()));
	expect(await set(document.file.id, 2)).toMatchObject({ reason: "PICTURE_UNKNOWN" });
	const better = must(await upload(writer.scope, versionId));
	must(await set(better.file.id, 2));
	const left = await pool().query("SELECT id FROM stored_files WHERE subject_id = $1", [versionId]);
	expect(left.rows).toEqual([{ id: better.file.id }]);
	must(await editQuestion(writer.scope, { versionId, revision: 3, ...content("改了题干") }));
	expect((await findBankQuestion(second.scope, questionId))?.versions[0].body).toMatchObject({
		...{ stem: "改了题干", pictureId: better.file.id, pictureAlt: "直播间后台截图" },
	});
	must(await set(null, 4));
	expect(await findReadableFile(writer.scope, better.file.id)).toBeNull();
});

test("a used picture never changes; a candidate gets that of the own paper and nobody else's", async () => {
	const { versionId, questionId } = await write("PIC-3");
	const { file } = must(await upload(writer.scope, versionId));
	must(await setPicture(writer.scope, { versionId, revision: 1, fileId: file.id, alt: "货盘表" }));
	must(await submitQuestion(writer.scope, { versionId, revision: 2 }));
	expect(await removeFile(writer.scope, file.id)).toMatchObject({ reason: "FILES_LOCKED" });
	must(await reviewQuestion(second.scope, { versionId, revision: 3, verdict: "APPROVED", note: "" }));
	expect(await setPicture(writer.scope, { versionId, revision: 4, fileId: null, alt: "" })).toMatchObject({
		reason: "QUESTION_SETTLED",
	});
	await expect(
		pool().query(`UPDATE exam_question_versions SET body = body || '{"pictureId": null}' WHERE id = $1`, [
			versionId,
		]),
	).rejects.toThrow("an approved question never changes");

	const [team, strangers] = await Promise.all([createExamPartner(), createExamPartner()]);
	const windowId = await openWindow("junior");
	const { scope } = team.member;
	expect(await findReadableFile(scope, file.id)).toBeNull();
	const { bookingId } = must(await bookSeat(scope, { windowId, userId: scope.userId }));
	const { sittingId } = must(await beginSitting(scope, { bookingId, deviceKey }));
	const { paper } = must(await openSitting(scope, { sittingId, deviceKey, takeOver: false }));
	expect(paper?.questions.find(({ pictureId }) => pictureId)).toMatchObject({
		...{ pictureId: file.id, pictureAlt: "货盘表" },
	});
	expect((await findReadableFile(scope, file.id))?.id).toBe(file.id);
	for (const other of [team.owner.scope, strangers.owner.scope, strangers.member.scope])
		expect(await findReadableFile(other, file.id)).toBeNull();

	const next = must(await editQuestion(second.scope, { versionId, revision: 4, ...content("第二版") }));
	const own = must(await upload(second.scope, next.versionId));
	must(
		await setPicture(second.scope, {
			versionId: next.versionId,
			revision: 1,
			fileId: own.file.id,
			alt: "新图",
		}),
	);
	const [draft, used] = (await findBankQuestion(writer.scope, questionId))?.versions ?? [];
	expect([draft?.body.pictureId, used?.body.pictureId]).toEqual([own.file.id, file.id]);
	expect((await findReadableFile(scope, file.id))?.id).toBe(file.id);
	expect(await findReadableFile(scope, own.file.id)).toBeNull();
});
