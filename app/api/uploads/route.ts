import { randomUUID } from "node:crypto";
import { receiveUpload } from "@/lib/domains/intake/mutations/receive-upload";
import { uploadQuerySchema } from "@/lib/domains/intake/schema/uploads";
import { refuse } from "@/lib/platform/errors/errors";
import { logError } from "@/lib/platform/log/log";
import { findForeignRequest } from "@/lib/platform/session/guard-route";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { answerJson, answerRefusal } from "../files/answer";

/** Takes a file of facts (`?name=…&source=…&grain=…`, its bytes as the body) and queues its import. */
export async function POST(request: Request): Promise<Response> {
	const foreign = findForeignRequest(request);
	if (foreign) return foreign;
	try {
		const session = await getSession();
		if (!session) return answerRefusal(refuse("SIGNED_OUT"));
		if (!isGranted(session.scope, "import.manage")) return answerRefusal(refuse("NOT_FOUND"));
		const query = uploadQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
		if (!query.success) return answerRefusal(refuse("INPUT_INVALID"));
		if (!request.body) return answerRefusal(refuse("FILE_EMPTY"));
		const outcome = await receiveUpload(session.scope, query.data, request.body);
		return outcome.ok ? answerJson(outcome) : answerRefusal(outcome);
	} catch (error) {
		if (request.signal.aborted) return answerRefusal(refuse("UPLOAD_BROKEN"));
		const errorId = randomUUID();
		logError("upload failed", { errorId, error });
		return answerRefusal(refuse("UNEXPECTED", { params: { errorId } }));
	}
}
