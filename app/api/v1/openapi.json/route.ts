import { describeApi } from "@/lib/domains/intake/rules/openapi";
import { readEnv } from "@/lib/platform/env/env";

export function GET(): Response {
	return Response.json(describeApi(readEnv().PORTAL_URL), {
		headers: { "cache-control": "public, max-age=300" },
	});
}
