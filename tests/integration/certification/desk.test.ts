import { beforeAll, expect, test } from "vitest";
import { findBankQuestion, listBank } from "@/lib/domains/certification/data/bank";
import { listWindowCandidates } from "@/lib/domains/certification/data/windows";
import { beginSitting } from "@/lib/domains/certification/mutations/begin-sitting";
import { bookSeat } from "@/lib/domains/certification/mutations/book";
import { grantExtraTime } from "@/lib/domains/certification/mutations/grant-extra-time";
import { handIn, openSitting } from "@/lib/domains/certification/mutations/open-sitting";
import { retireQuestion, reviewQuestion } from "@/lib/domains/certification/mutations/review-question";
import { cancelWindow, changeWindow, openWindow } from "@/lib/domains/certification/mutations/windows";
import {
	createQuestion,
	editQuestion,
	submitQuestion,
} from "@/lib/domains/certification/mutations/write-question";
import { bankQuerySchema, createQuestionSchema } from "@/lib/domains/certification/schema/bank";
import { openWindowSchema } from "@/lib/domains/certification/schema/windows";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { createExamPartner, fillBank, openWindow as insertWindow } from "@/tests/factories/exams";
import { createMember } from "@/tests/factories/identity";

const KEY = "device-a-device-a-device-a";

function must<T extends object>(outcome: ({ ok: true } & T) | { ok: false; reason: string }): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

const content = (stem: string, level: "junior" | "intermediate" | "senior" = "senior") => ({
	...{ level, topic: "room", force: null, difficulty: 1 as const, kind: "single" as const, stem },
	parts: [{ kind: "single" as const, prompt: "", options: ["对", "错"], key: [0] }],
	explanation: "解析",
});
const question = (code: string, stem = "题干") => createQuestionSchema.parse({ code, ...content(stem) });

let writer: Awaited<ReturnType<typeof createMember<"ops_reviewer" | "ops_lead" | "auditor">>>;
let second: Awaited<ReturnType<typeof createMember<"ops_reviewer" | "ops_lead" | "auditor">>>;
let auditor: Awaited<ReturnType<typeof createMember<"ops_reviewer" | "ops_lead" | "auditor">>>;

beforeAll(async () => {
	[writer, second, auditor] = await Promise.all([
		createMember({ role: "ops_reviewer" }),
		createMember({ role: "ops_lead" }),
		createMember({ role: "auditor" }),
	]);
});

async function approve(code: string): Promise<{ questionId: string; versionId: string }> {
	const made = must(await createQuestion(writer.scope, question(code)));
	must(await submitQuestion(writer.scope, { versionId: made.versionId, revision: 1 }));
	const review = { versionId: made.versionId, revision: 2, verdict: "APPROVED" as const, note: "" };
	must(await reviewQuestion(second.scope, review));
	return made;
}

test("a question is used once a second person approved it; its writer may not, here or in the database", async () => {
	const { versionId, questionId } = must(await createQuestion(writer.scope, question("DESK-1")));
	expect(await createQuestion(second.scope, question("desk-1"))).toMatchObject({
		reason: "QUESTION_CODE_TAKEN",
	});
	expect(() => createQuestion(auditor.scope, question("DESK-X"))).toThrow(
		expect.objectContaining({ code: "FORBIDDEN" }),
	);
	expect(await editQuestion(second.scope, { versionId, revision: 1, ...content("别人") })).toMatchObject({
		reason: "QUESTION_OF_OTHER",
	});
	must(await submitQuestion(writer.scope, { versionId, revision: 1 }));
	const review = { versionId, revision: 2, verdict: "APPROVED" as const, note: "" };
	expect(await reviewQuestion(writer.scope, review)).toMatchObject({ reason: "QUESTION_OF_OWN" });
	await expect(
		pool().query("UPDATE exam_question_versions SET reviewed_by_id = written_by_id WHERE id = $1", [
			versionId,
		]),
	).rejects.toMatchObject({ constraint: "exam_question_versions_two_people" });
	expect(await reviewQuestion(second.scope, { ...review, revision: 1 })).toMatchObject({
		reason: "STALE_VERSION",
	});
	must(await reviewQuestion(second.scope, { ...review, verdict: "RETURNED", note: "题干不清" }));
	must(await editQuestion(writer.scope, { versionId, revision: 3, ...content("更清楚") }));
	must(await submitQuestion(writer.scope, { versionId, revision: 4 }));
	must(await reviewQuestion(second.scope, { ...review, revision: 5 }));
	const found = await findBankQuestion(second.scope, questionId);
	expect(found?.versions).toMatchObject([{ state: "APPROVED", body: { stem: "更清楚" } }]);
	const news = await db().notification.findMany({
		where: { userId: writer.user.id },
		orderBy: { createdAt: "asc" },
	});
	expect(news.map(({ kind }) => kind).sort()).toEqual(["questionApproved", "questionReturned"]);
});

test("an incomplete question does not go to review, an unknown one is missing", async () => {
	const made = must(await createQuestion(writer.scope, question("DESK-2", " ")));
	expect(await submitQuestion(writer.scope, { versionId: made.versionId, revision: 1 })).toMatchObject({
		reason: "QUESTION_UNFIT",
	});
	await expect(submitQuestion(writer.scope, { versionId: "qsv_none", revision: 1 })).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
	expect(await createQuestion(writer.scope, { ...question("DESK-3"), topic: "unheard" })).toMatchObject({
		reason: "TOPIC_UNKNOWN",
	});
});

test("an edit of what is in use is a new version; the old one stays in use until the new one is approved", async () => {
	const { questionId, versionId } = await approve("DESK-4");
	const edited = must(await editQuestion(second.scope, { versionId, revision: 3, ...content("第二版") }));
	expect(edited.versionId).not.toBe(versionId);
	expect(await editQuestion(writer.scope, { versionId, revision: 3, ...content("又一版") })).toMatchObject({
		reason: "STALE_VERSION",
	});
	const states = async () =>
		(await findBankQuestion(writer.scope, questionId))?.versions.map(({ state, body }) => [state, body.stem]);
	expect(await states()).toEqual([
		["DRAFT", "第二版"],
		["APPROVED", "题干"],
	]);
	must(await submitQuestion(second.scope, { versionId: edited.versionId, revision: 1 }));
	must(
		await reviewQuestion(writer.scope, {
			...{ versionId: edited.versionId, revision: 2, verdict: "APPROVED", note: "" },
		}),
	);
	expect(await states()).toEqual([
		["APPROVED", "第二版"],
		["RETIRED", "题干"],
	]);
	const { rows } = await listBank(writer.scope, bankQuerySchema.parse({ q: "DESK-4" }));
	expect(rows).toMatchObject([{ code: "DESK-4", version: 2, state: "APPROVED", hasApproved: false }]);
});

test("the bank is read page by page, forwards and back", async () => {
	await fillBank("intermediate", 45);
	const read = (cursor: object) =>
		listBank(writer.scope, bankQuerySchema.parse({ level: "intermediate", ...cursor }));
	const first = await read({});
	const next = await read({ after: first.next });
	const last = await read({ after: next.next });
	expect([first, next, last].map(({ rows }) => rows.length)).toEqual([20, 20, 5]);
	expect([first.previous, last.next]).toEqual([null, null]);
	expect((await read({ before: last.previous })).rows).toEqual(next.rows);
});

test("nothing is retired that an open window needs", async () => {
	await fillBank("junior", 4);
	await insertWindow("junior");
	const { rows } = await listBank(writer.scope, bankQuerySchema.parse({ level: "junior" }));
	const questionId = rows[0]?.id ?? "";
	expect(await retireQuestion(second.scope, { questionId, reason: "过时" })).toMatchObject({
		reason: "BANK_WOULD_BE_SHORT",
	});
	await fillBank("junior", 1);
	must(await retireQuestion(second.scope, { questionId, reason: "过时" }));
	expect(await retireQuestion(second.scope, { questionId, reason: "过时" })).toMatchObject({
		reason: "QUESTION_NOT_IN_USE",
	});
});

const moment = (days: number) =>
	new Date(Date.now() + days * 86_400_000 + 28_800_000).toISOString().slice(0, 16);
const window = (values: object = {}) =>
	openWindowSchema.parse({
		...{ level: "intermediate", nameZh: "考期", nameEn: "Window", seats: "2" },
		...{ opensAt: moment(-1), closesAt: moment(2), ...values },
	});

test("a window opens where the bank fills it, moves, and tells who has a seat when it is cancelled", async () => {
	await insertWindow("intermediate");
	expect(await openWindow(writer.scope, window({ closesAt: moment(-0.5) }))).toMatchObject({
		reason: "WINDOW_IN_PAST",
	});
	const team = await createExamPartner();
	await db().certificate.create({
		data: {
			...{ id: "crt_desk", number: "DESK-C-1", partnerId: team.partner.id, holderName: "x", level: "junior" },
			...{ userId: team.member.user.id, issuedOn: new Date("2026-01-01"), expiresOn: new Date("2030-01-01") },
		},
	});
	const { windowId } = must(await openWindow(writer.scope, window()));
	const { bookingId } = must(await bookSeat(team.member.scope, { windowId, userId: team.member.user.id }));
	const { level: _, ...values } = window();
	const change = { ...values, windowId, version: 1 };
	expect(
		await changeWindow(writer.scope, { ...change, opensAt: window({ opensAt: moment(1) }).opensAt }),
	).toMatchObject({ reason: "WINDOW_OPENED" });
	must(await changeWindow(writer.scope, { ...change, closesAt: window({ closesAt: moment(3) }).closesAt }));
	expect(await changeWindow(writer.scope, change)).toMatchObject({ reason: "STALE_VERSION" });
	must(await grantExtraTime(second.scope, { bookingId, percent: 50, reason: "视力障碍" }));
	await expect(
		grantExtraTime(second.scope, { bookingId: "bkg_none", percent: 50, reason: "无" }),
	).rejects.toMatchObject({ code: "NOT_FOUND" });
	const { sittingId } = must(await beginSitting(team.member.scope, { bookingId, deviceKey: KEY }));
	const opened = must(await openSitting(team.member.scope, { sittingId, deviceKey: KEY, takeOver: false }));
	const minutes =
		((opened.paper?.deadlineAt.getTime() ?? 0) - (opened.paper?.serverNow.getTime() ?? 0)) / 60_000;
	expect(Math.round(minutes)).toBe(45);
	expect(JSON.stringify(opened)).not.toMatch(/EXPLAINED|"key"/);
	expect(await grantExtraTime(second.scope, { bookingId, percent: 0, reason: "收回" })).toMatchObject({
		reason: "SITTING_BEGUN",
	});
	must(await cancelWindow(writer.scope, { windowId, version: 2, reason: "系统维护" }));
	must(await handIn(team.member.scope, { sittingId, deviceKey: KEY }));
	expect(await listWindowCandidates(auditor.scope, windowId)).toMatchObject([
		{ extraPercent: 50, state: "FAILED", questions: 4, answered: 0 },
	]);
	const news = await db().notification.findMany({ where: { userId: team.member.user.id } });
	expect(news.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["examWindowMoved", "examExtraTime"]));
	await expect(
		cancelWindow(writer.scope, { windowId: "win_none", version: 1, reason: "无" }),
	).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
});
