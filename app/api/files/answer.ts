import type { Refusal } from "@/lib/platform/errors/errors";
import { guardSettings, isOwnHost, isOwnOrigin, securityHeaders } from "@/lib/platform/session/guard";

/** What the proxy would have set: these routes stand outside it, because it cuts bodies at 10 MB. */
export function guardedHeaders(): Record<string, string> {
	return {
		...securityHeaders(guardSettings().secure),
		"content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
		"cache-control": "private, no-store",
	};
}

/** The proxy's own question: is this request for this portal, and, where it changes something, from one of its pages? */
export function findForeignRequest(request: Request): Response | null {
	const { portalUrl } = guardSettings();
	const host = request.headers.get("host");
	if (!isOwnHost(host, portalUrl)) return new Response(null, { status: 421, headers: guardedHeaders() });
	if (request.method !== "GET" && !isOwnOrigin(request.headers.get("origin"), host, portalUrl)) {
		return new Response(null, { status: 403, headers: guardedHeaders() });
	}
	return null;
}

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
