import { deflateRawSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { listBank } from "@/lib/domains/certification/data/bank";
import { findMappingOfHeader, findQuestionImport } from "@/lib/domains/certification/data/question-imports";
import {
	discardQuestions,
	importQuestions,
	rehearseQuestions,
} from "@/lib/domains/certification/mutations/import-questions";
import { receiveQuestions } from "@/lib/domains/certification/mutations/receive-questions";
import { reviewQuestion } from "@/lib/domains/certification/mutations/review-question";
import { guessMapping } from "@/lib/domains/certification/rules/import-questions/columns";
import { bankQuerySchema } from "@/lib/domains/certification/schema/bank";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import { createMember } from "@/tests/factories/identity";

type Operator = Awaited<ReturnType<typeof createMember<"ops_reviewer" | "ops_lead" | "auditor">>>;
let writer: Operator;
let second: Operator;
let auditor: Operator;

beforeAll(async () => {
	[writer, second, auditor] = await Promise.all([
		createMember({ role: "ops_reviewer" }),
		createMember({ role: "ops_lead" }),
		createMember({ role: "auditor" }),
	]);
});

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

const header = "编号,题型,级别,主题,难度,题干,选项A,选项B,答案,解析";
const line = (code: string, answer = "A", stem = "题干") =>
	`${code},单选,初级,room,易,${stem},甲,乙,${answer},解析`;
async function* bytesOf(bytes: Uint8Array) {
	yield bytes;
}
const send = (operator: Operator, ...lines: string[]) =>
	receiveQuestions(operator.scope, "题目.csv", bytesOf(Buffer.from([header, ...lines].join("\r\n"))));
const mapping = guessMapping(header.split(","));

async function rehearse(operator: Operator, ...lines: string[]) {
	const { id } = must(await send(operator, ...lines));
	const { revision } = must(await rehearseQuestions(operator.scope, { importId: id, revision: 1, mapping }));
	return { importId: id, revision };
}

test("a file is run dry, written once and accounted for line by line; its writer cannot review it, a second person can", async () => {
	const file = await rehearse(writer, line("IMP-1"), line("IMP-2", "C"), line("IMP-3"));
	const codes = async () =>
		(await listBank(second.scope, bankQuerySchema.parse({ q: "IMP-" }))).rows.map(({ code, state }) => [
			code,
			state,
		]);
	expect(await codes()).toEqual([]);
	const dry = await findQuestionImport(second.scope, file.importId);
	expect(dry).toMatchObject({
		state: "OPEN",
		lines: null,
		result: { lines: 3, accepted: 2, rejected: 1, questions: 2 },
	});
	expect(dry?.result?.findings).toEqual([{ line: 3, column: "答案", value: "C", code: "KEY_OUT_OF_RANGE" }]);
	const both = await Promise.all([1, 2].map(() => importQuestions(writer.scope, { ...file, submit: true })));
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	expect(both).toContainEqual(expect.objectContaining({ reason: "STALE_VERSION" }));
	expect(await codes()).toEqual([
		["IMP-1", "IN_REVIEW"],
		["IMP-3", "IN_REVIEW"],
	]);
	expect(await findQuestionImport(second.scope, file.importId)).toMatchObject({
		...{ state: "DONE", lines: 3, accepted: 2, rejected: 1, duplicate: 0 },
	});
	const version = await db().examQuestionVersion.findFirstOrThrow({ where: { question: { code: "IMP-1" } } });
	const review = { versionId: version.id, revision: 2, verdict: "APPROVED" as const, note: "" };
	expect(await reviewQuestion(writer.scope, review)).toMatchObject({ reason: "QUESTION_OF_OWN" });
	must(await reviewQuestion(second.scope, review));
	const audit = await db().auditEntry.findMany({ where: { subjectId: version.id } });
	expect(audit.map(({ action }) => action).sort()).toEqual([
		...["exam.review-question", "exam.submit-question", "exam.write-question"],
	]);
	await expect(
		pool().query("UPDATE exam_question_imports SET accepted = 3 WHERE id = $1", [file.importId]),
	).rejects.toThrow("a finished import never changes");
});

test("the same file again adds nothing and says so; other content under a known code is refused", async () => {
	const first = await rehearse(writer, line("AGAIN-1"), line("AGAIN-2"));
	must(await importQuestions(writer.scope, { ...first, submit: false }));
	const again = await rehearse(writer, line("AGAIN-1"), line("AGAIN-2"));
	expect(await findQuestionImport(writer.scope, again.importId)).toMatchObject({
		sameAs: { id: first.importId },
		result: { accepted: 0, duplicate: 2, rejected: 0 },
	});
	expect(await importQuestions(writer.scope, { ...again, submit: false })).toMatchObject({
		reason: "QUESTION_FILE_NOTHING_NEW",
	});
	const other = await rehearse(second, line("AGAIN-1", "B"), line("AGAIN-2"), line("AGAIN-3"));
	must(await importQuestions(second.scope, { ...other, submit: false }));
	const done = await findQuestionImport(writer.scope, other.importId);
	expect(done).toMatchObject({ state: "DONE", accepted: 1, duplicate: 1, rejected: 1 });
	expect(done?.result?.findings.map(({ line, code }) => [line, code])).toEqual([
		[2, "CODE_TAKEN"],
		[3, "ALREADY_THERE"],
	]);
	expect(await findMappingOfHeader(header.split(","))).toEqual(mapping);
});

test("what a colleague wrote after the dry run is not written over", async () => {
	const file = await rehearse(writer, line("RACE-1"), line("RACE-2"));
	const other = await rehearse(second, line("RACE-1", "B"));
	must(await importQuestions(second.scope, { ...other, submit: false }));
	must(await importQuestions(writer.scope, { ...file, submit: false }));
	expect(await findQuestionImport(writer.scope, file.importId)).toMatchObject({ accepted: 1, rejected: 1 });
});

test("only who may write questions sends files, and only the sender works on theirs", async () => {
	await expect(send(auditor, line("NO-1"))).rejects.toMatchObject({ code: "FORBIDDEN" });
	const owner = await createMember({ role: "partner_owner" });
	await expect(send(owner as unknown as Operator, line("NO-1"))).rejects.toMatchObject({ code: "FORBIDDEN" });
	const file = await rehearse(writer, line("NO-1"));
	expect(await importQuestions(second.scope, { ...file, submit: true })).toMatchObject({
		reason: "QUESTION_FILE_OF_OTHER",
	});
	await expect(
		importQuestions(writer.scope, { importId: "qim_none", revision: 1, submit: true }),
	).rejects.toMatchObject({ code: "NOT_FOUND" });
	expect(
		await rehearseQuestions(writer.scope, { ...file, mapping: { ...mapping, answer: undefined } }),
	).toMatchObject({ reason: "QUESTION_COLUMNS_MISSING" });
	must(await discardQuestions(writer.scope, file));
	expect(await importQuestions(writer.scope, { ...file, revision: 3, submit: true })).toMatchObject({
		reason: "STALE_VERSION",
	});
	expect(await db().examQuestion.count({ where: { code: "NO-1" } })).toBe(0);
});

/** A ZIP of parts as a spreadsheet program writes it: the first one stored, the others packed. */
function zip(parts: Readonly<Record<string, string>>): Buffer {
	const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
	let offset = 0;
	for (const [at, [name, text]] of Object.entries(parts).entries()) {
		const data = at === 0 ? Buffer.from(text) : deflateRawSync(text);
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(at === 0 ? 0 : 8, 10);
		entry.writeUInt32LE(data.length, 20);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE(offset, 42);
		locals.push(local, Buffer.from(name), data);
		entries.push(entry, Buffer.from(name));
		offset += local.length + name.length + data.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(parts).length, 10);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, directory, end]);
}

test("an Excel file is read by its first sheet, its rows keep their numbers, and a bomb is refused", async () => {
	const names = header.split(",");
	const cell = (at: number, row: number, text: string) =>
		`<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
	const row = (number: number, cells: readonly string[]) =>
		`<row r="${number}">${cells.map((text, at) => cell(at, number, text)).join("")}</row>`;
	const numeric = row(4, line("XLS-2", "B").split(",")).replace(
		/<c r="F4".*?<\/c>/,
		'<c r="F4" t="s"><v>0</v></c>',
	);
	const workbook = zip({
		"xl/workbook.xml": '<workbook><sheets><sheet name="题" sheetId="1" r:id="rId7"/></sheets></workbook>',
		"xl/_rels/workbook.xml.rels":
			'<Relationships><Relationship Id="rId7" Target="worksheets/s.xml"/></Relationships>',
		"xl/sharedStrings.xml": "<sst><si><r><t>甲 &amp; </t></r><r><t>乙\n&lt;b&gt;</t></r></si></sst>",
		"xl/worksheets/s.xml": `<worksheet><sheetData>${row(1, names)}${row(2, line("XLS-1").split(","))}<row r="3"/>${numeric}${row(5, line("XLS-3", "Z").split(","))}</sheetData></worksheet>`,
	});
	const { id } = must(await receiveQuestions(writer.scope, "题目.xlsx", bytesOf(workbook)));
	const rehearsed = must(await rehearseQuestions(writer.scope, { importId: id, revision: 1, mapping }));
	const found = await findQuestionImport(writer.scope, id);
	expect(found?.header).toEqual(names);
	expect(found?.result?.findings).toEqual([
		{ line: 5, column: "答案", value: "Z", code: "ANSWER_UNREADABLE" },
	]);
	must(await importQuestions(writer.scope, { importId: id, revision: rehearsed.revision, submit: false }));
	const written = await db().examQuestionVersion.findFirstOrThrow({ where: { question: { code: "XLS-2" } } });
	expect(written.body).toMatchObject({ stem: "甲 & 乙\n<b>", parts: [{ key: [1] }] });
	const bomb = zip({
		"xl/workbook.xml": "<workbook/>",
		"xl/worksheets/sheet1.xml": " ".repeat(33 * 1024 * 1024),
	});
	expect(bomb.length).toBeLessThan(100_000);
	expect(await receiveQuestions(writer.scope, "b.xlsx", bytesOf(bomb))).toMatchObject({
		reason: "QUESTION_FILE_SPREADSHEET",
	});
});

test("what is no file of questions is refused with its own reason; GB18030 is read", async () => {
	const sendBytes = (bytes: Uint8Array) => receiveQuestions(writer.scope, "a.csv", bytesOf(bytes));
	expect(await sendBytes(Buffer.alloc(0))).toMatchObject({ reason: "FILE_EMPTY" });
	expect(await sendBytes(Buffer.from("PK\u0003\u0004xl", "latin1"))).toMatchObject({
		reason: "QUESTION_FILE_SPREADSHEET",
	});
	expect(await sendBytes(Buffer.from(`${header}\r\n`))).toMatchObject({ reason: "QUESTION_FILE_NO_LINES" });
	expect(await sendBytes(Buffer.alloc(2 * 1024 * 1024 + 1, 65))).toMatchObject({
		reason: "QUESTION_FILE_TOO_LARGE",
	});
	expect(await sendBytes(Buffer.from("a,\0b\n1,2"))).toMatchObject({ reason: "QUESTION_FILE_UNREADABLE" });
	expect(await send(writer, ...Array.from({ length: 2_001 }, (_, at) => line(`X-${at}`)))).toMatchObject({
		reason: "QUESTION_FILE_TOO_LONG",
	});
	// 题干 in GB18030.
	const gb = Buffer.concat([Buffer.from([0xcc, 0xe2, 0xb8, 0xc9]), Buffer.from("\nx")]);
	const { id } = must(await sendBytes(gb));
	expect((await findQuestionImport(writer.scope, id))?.header).toEqual(["题干"]);
});
