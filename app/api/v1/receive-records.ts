import { createHash } from "node:crypto";
import { streamRejections } from "@/lib/domains/gmv/data/rejections";
import type { RejectionCode } from "@/lib/domains/gmv/types";
import { maxBodyBytes } from "@/lib/domains/intake/constants";
import type { KeyHolder } from "@/lib/domains/intake/data/keys";
import { type Answer, answerOnce } from "@/lib/domains/intake/mutations/answer-once";
import { type FeedDoor, importRecords } from "@/lib/domains/intake/mutations/import-records";
import { listResults, type RefusedRecord } from "@/lib/domains/intake/rules/line-results";
import { readBody } from "@/lib/domains/intake/rules/read-body";
import { BodyProblem } from "@/lib/domains/intake/rules/records-to-csv";
import type { ImportAnswer } from "@/lib/domains/intake/schema/answers";
import { writeQuerySchema } from "@/lib/domains/intake/schema/keys";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { answer, answerKey, localeOf, problemOf, refuseRequest } from "./answer";

const types = { "application/json": false, "application/x-ndjson": true } as const;

/** Receives records through a door; with an `Idempotency-Key`, once. */
export function receiveRecords(request: Request, door: FeedDoor): Promise<Response> {
	return answerKey(request, `${door}:write`, async (holder) => {
		const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
		if (!(type in types)) return refuseRequest(request, "MEDIA_TYPE_UNKNOWN", { detail: type });
		const key = request.headers.get("idempotency-key");
		if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key))
			return refuseRequest(request, "IDEMPOTENCY_KEY_INVALID");
		const query = writeQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
		if (!query.success)
			return refuseRequest(request, "QUERY_INVALID", { detail: "results = all | problems" });
		const body = await readBytes(request);
		if (!body) return refuseRequest(request, "BODY_TOO_LARGE");
		const isLines = types[type as keyof typeof types];
		const perform = () => record(request, { holder, door, body, isLines, which: query.data.results });
		if (key === null) {
			const { status, body: said } = await perform();
			return answer(status, said);
		}
		const bodyHash = createHash("sha256").update(`${door}\n${type}\n`).update(body).digest("hex");
		const once = await answerOnce({ keyId: holder.keyId, idempotencyKey: key, bodyHash }, perform);
		if (once.kind === "reused") return refuseRequest(request, "IDEMPOTENCY_KEY_REUSED");
		if (once.kind === "in-progress") return refuseRequest(request, "IN_PROGRESS");
		const more = once.replayed ? { "idempotency-replayed": "true" } : undefined;
		return answer(once.answer.status, once.answer.body, more);
	});
}

type Delivery = {
	holder: KeyHolder;
	door: FeedDoor;
	body: Buffer;
	isLines: boolean;
	which: "all" | "problems";
};

async function record(request: Request, { holder, door, body, isLines, which }: Delivery): Promise<Answer> {
	const records = readBody(decode(body), isLines);
	const { outcome, recordAt, duplicates } = await importRecords(holder, door, records);
	const t = await createTranslations(localeOf(request), "gmv");
	if (!outcome.ok) {
		const detail = String(outcome.params?.columns ?? "");
		const title = t(`failure.${outcome.reason}`, { detail });
		const status = outcome.reason === "DATABASE_LOST" ? 503 : outcome.reason === "UNEXPECTED" ? 500 : 422;
		return {
			status,
			body: await problemOf(request, "IMPORT_REFUSED", { status, title, detail: outcome.reason }),
		};
	}
	const { batchId, lines, accepted, duplicate, conflict, rejected } = outcome;
	const refused: RefusedRecord[] = [];
	if (rejected + conflict > 0)
		for await (const step of streamRejections(batchId))
			for (const { line, column, value, code } of step)
				refused.push({ record: recordAt(line), field: column, value, code });
	const explain = (code: string) =>
		code === "DUPLICATE" ? t("duplicate") : t(`rejection.${code as RejectionCode}`);
	const said: ImportAnswer = {
		batchId,
		lines,
		accepted,
		duplicate,
		conflict,
		rejected,
		results: listResults(lines, refused, duplicates, explain, which),
	};
	return { status: 200, body: said };
}

function decode(body: Buffer): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(body);
	} catch {
		throw new BodyProblem("BODY_NOT_JSON", 0);
	}
}

/** The whole body, or null as soon as it is longer than a request may be. */
async function readBytes(request: Request): Promise<Buffer | null> {
	if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) return null;
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > maxBodyBytes) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
