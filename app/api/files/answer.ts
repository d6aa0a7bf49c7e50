import type { Refusal } from "@/lib/platform/errors/errors";
import { guardedHeaders } from "@/lib/platform/session/guard-route";

const statuses: Record<string, number> = {
	SIGNED_OUT: 401,
	FORBIDDEN: 403,
	NOT_FOUND: 404,
	INPUT_INVALID: 400,
	UPLOAD_BROKEN: 400,
	FILE_TOO_LARGE: 413,
	FILES_LOCKED: 409,
	FILES_SLOT_FULL: 409,
	FILES_SUBJECT_FULL: 409,
	UNEXPECTED: 500,
};

export function answerJson(body: object, status = 200): Response {
	return Response.json(body, { status, headers: guardedHeaders() });
}

export function answerRefusal(refusal: Refusal): Response {
	return answerJson(refusal, statuses[refusal.reason] ?? 422);
}
