import { randomUUID } from "node:crypto";
import { receiveQuestions } from "@/lib/domains/certification/mutations/receive-questions";
import { questionFileNameSchema } from "@/lib/domains/certification/schema/question-imports";
import { refuse } from "@/lib/platform/errors/errors";
import { logError } from "@/lib/platform/log/log";
import { findForeignRequest } from "@/lib/platform/session/guard-route";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { answerJson, answerRefusal } from "../files/answer";

/** Takes a file of questions (`?name=…`, its bytes as the body); for whoever may not write questions it does not exist. */
export async function POST(request: Request): Promise<Response> {
	const foreign = findForeignRequest(request);
	if (foreign) return foreign;
	try {
		const session = await getSession();
		if (!session) return answerRefusal(refuse("SIGNED_OUT"));
		if (!isGranted(session.scope, "exam.write")) return answerRefusal(refuse("NOT_FOUND"));
		const name = questionFileNameSchema.safeParse(new URL(request.url).searchParams.get("name"));
		if (!name.success) return answerRefusal(refuse("INPUT_INVALID"));
		if (!request.body) return answerRefusal(refuse("FILE_EMPTY"));
		const outcome = await receiveQuestions(session.scope, name.data, request.body);
		return outcome.ok ? answerJson(outcome) : answerRefusal(outcome);
	} catch (error) {
		if (request.signal.aborted) return answerRefusal(refuse("UPLOAD_BROKEN"));
		const errorId = randomUUID();
		logError("a file of questions could not be taken in", { errorId, error });
		return answerRefusal(refuse("UNEXPECTED", { params: { errorId } }));
	}
}
