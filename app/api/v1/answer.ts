import { findKeyHolder, type KeyHolder } from "@/lib/domains/intake/data/keys";
import { problemStatus } from "@/lib/domains/intake/rules/problem-status";
import { BodyProblem } from "@/lib/domains/intake/rules/records-to-csv";
import type { Problem } from "@/lib/domains/intake/schema/answers";
import type { ApiScope, ProblemCode } from "@/lib/domains/intake/types";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { logError } from "@/lib/platform/log/log";
import { findForeignRequest, guardedHeaders } from "@/lib/platform/session/guard-route";

export function localeOf(request: Request): "zh-CN" | "en" {
	return request.headers.get("accept-language")?.trim().toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

export async function problemOf(
	request: Request,
	code: ProblemCode,
	more: { record?: number; detail?: string; status?: number; title?: string } = {},
): Promise<Problem> {
	const t = await createTranslations(localeOf(request), "intake");
	const { record, detail, status = problemStatus[code], title = t(`problems.${code}`) } = more;
	return { title, status, code, ...(record && { record }), ...(detail && { detail }) };
}

export function answer(status: number, body: object, more: Record<string, string> = {}): Response {
	const type = status < 400 ? "application/json" : "application/problem+json";
	return Response.json(body, { status, headers: { ...guardedHeaders(), "content-type": type, ...more } });
}

export async function refuseRequest(
	request: Request,
	code: ProblemCode,
	more: Parameters<typeof problemOf>[2] = {},
): Promise<Response> {
	const body = await problemOf(request, code, more);
	return answer(body.status, body, body.status === 401 ? { "www-authenticate": "Bearer" } : {});
}

/** Answers a request for whoever holds a key with `scope`; what goes wrong on our side is logged and says no more than that. */
export async function answerKey(
	request: Request,
	scope: ApiScope,
	handle: (holder: KeyHolder) => Promise<Response>,
): Promise<Response> {
	const foreign = findForeignRequest(request);
	if (foreign) return foreign;
	try {
		const token = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
		if (!token) return await refuseRequest(request, "KEY_MISSING");
		const holder = await findKeyHolder(token, new Date());
		if (!holder) return await refuseRequest(request, "KEY_UNKNOWN");
		if (!holder.scopes.includes(scope))
			return await refuseRequest(request, "SCOPE_MISSING", { detail: scope });
		return await handle(holder);
	} catch (error) {
		if (error instanceof BodyProblem) {
			const { code, record, detail } = error;
			return refuseRequest(request, code, { record, detail });
		}
		logError("api request failed", { path: new URL(request.url).pathname, error });
		return refuseRequest(request, "UNEXPECTED");
	}
}
