import { describeApi } from "@/lib/domains/intake/rules/openapi";
import { readEnv } from "@/lib/platform/env/env";
import { findForeignRequest, guardedHeaders } from "@/lib/platform/session/guard-route";

export function GET(request: Request): Response {
	const foreign = findForeignRequest(request);
	if (foreign) return foreign;
	return Response.json(describeApi(readEnv().PORTAL_URL), {
		headers: { ...guardedHeaders(), "cache-control": "public, max-age=300" },
	});
}
