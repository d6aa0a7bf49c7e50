import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError, refuse } from "@/lib/platform/errors/errors";
import { filePurposes, maxFileBytes } from "@/lib/platform/files/constants";
import { uploadFile } from "@/lib/platform/files/mutations/upload-file";
import type { ByteSource } from "@/lib/platform/files/store/types";
import { logError } from "@/lib/platform/log/log";
import { findForeignRequest } from "@/lib/platform/session/guard-route";
import { getSession } from "@/lib/platform/session/session";
import { answerJson, answerRefusal } from "./answer";

const id = z.string().regex(/^[a-z]{2,8}_[0-9a-z]{1,48}$/);
const querySchema = z.strictObject({
	purpose: z.enum(filePurposes),
	subject: id,
	slot: z
		.string()
		.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$|^$/)
		.default(""),
	name: z.string().min(1).max(1_000),
	replaces: id.optional(),
});

/**
 * Takes one file: its bytes are the body, what it is for stands in the query
 * (`?purpose=…&subject=…&slot=…&name=…[&replaces=…]`). Answers `{ ok: true, file, wasKnown }` or a refusal by its code.
 * Who may is for the gate of the purpose to say; what is foreign does not exist.
 */
export async function POST(request: Request): Promise<Response> {
	const foreign = findForeignRequest(request);
	if (foreign) return foreign;
	try {
		const session = await getSession();
		if (!session) return await turnAway(request, answerRefusal(refuse("SIGNED_OUT")));
		const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
		if (!query.success) return await turnAway(request, answerRefusal(refuse("INPUT_INVALID")));
		if (Number(request.headers.get("content-length") ?? 0) > maxFileBytes)
			return await turnAway(request, answerRefusal(refuse("FILE_TOO_LARGE")));
		const { subject: subjectId, ...rest } = query.data;
		const outcome = await uploadFile(session.scope, { ...rest, subjectId, source: bodyOf(request) });
		return outcome.ok ? answerJson(outcome) : await turnAway(request, answerRefusal(outcome));
	} catch (error) {
		return turnAway(request, answerError(error));
	}
}

async function* nothing() {}

function bodyOf(request: Request): ByteSource {
	return request.body ?? nothing();
}

/** Stops reading what is not wanted. */
async function turnAway(request: Request, answer: Response): Promise<Response> {
	if (request.body && !request.body.locked) await request.body.cancel().catch(() => undefined);
	return answer;
}

function answerError(error: unknown): Response {
	if (error instanceof AppError) return answerRefusal(refuse(error.code));
	const errorId = randomUUID();
	logError("upload failed", { errorId, error });
	return answerRefusal(refuse("UNEXPECTED", { params: { errorId } }));
}
