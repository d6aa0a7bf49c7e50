import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { maxImportBytes, maxImportLines } from "@/lib/domains/certification/constants/question-imports";
import { readWorkbook } from "@/lib/domains/certification/mutations/read-workbook";
import { splitQuestionFile } from "@/lib/domains/certification/rules/import-questions/split-file";
import { readText } from "@/lib/domains/gmv/mutations/read-text";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { ByteSource } from "@/lib/platform/files/store/types";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** What spreadsheets call their own format: a ZIP, whatever the name says. */
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");

/** Takes a file of questions in as text; nothing of it is in the bank until its columns are mapped and it is imported. */
export async function receiveQuestions(
	scope: PlatformScope,
	fileName: string,
	source: ByteSource,
): Promise<Outcome<{ id: string }>> {
	grant(scope, "exam.write");
	const bytes = await readUpTo(source, maxImportBytes);
	if (!bytes) return refuse("QUESTION_FILE_TOO_LARGE");
	if (bytes.length === 0) return refuse("FILE_EMPTY");
	const isWorkbook = bytes.subarray(0, 4).equals(ZIP);
	const content = isWorkbook ? readWorkbook(bytes) : await decode(bytes);
	if (isWorkbook && content === null) return refuse("QUESTION_FILE_SPREADSHEET");
	if (content === null || content.length > 2 * maxImportBytes) return refuse("QUESTION_FILE_UNREADABLE");
	const file = splitQuestionFile(content);
	if (!file || file.header.length > 200) return refuse("QUESTION_FILE_UNREADABLE");
	const lines = file.records.length + file.broken.length;
	if (lines === 0) return refuse("QUESTION_FILE_NO_LINES");
	if (lines > maxImportLines) return refuse("QUESTION_FILE_TOO_LONG");
	const id = newId("qim");
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	return inRawOutcomeTransaction<{ id: string }>(async (client) => {
		await client.query(
			`INSERT INTO exam_question_imports (id, file_name, sha256, content, header, uploaded_by_id)
			 VALUES ($1, $2, $3, $4, $5, $6)`,
			[id, fileName, sha256, content, JSON.stringify(file.header), scope.userId],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.receive-questions",
			subjectType: "exam_question_import",
			subjectId: id,
			after: { fileName, sha256, lines },
		});
		return { ok: true, id };
	});
}

/** All bytes, or null where there are more than that. */
async function readUpTo(source: ByteSource, most: number): Promise<Buffer | null> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of source) {
		size += piece.byteLength;
		if (size > most) return null;
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
}

async function decode(bytes: Buffer): Promise<string | null> {
	let text = "";
	try {
		for await (const piece of readText(Readable.from([bytes]), () => undefined)) {
			text += piece;
			if (text.length > 2 * maxImportBytes) return null;
		}
	} catch {
		return null;
	}
	return text.includes("\0") ? null : text;
}
