import "server-only";
import { findForeignStatus, guardSettings, securityHeaders } from "@/lib/platform/session/guard";

/** The headers of every answer, for routes that stand outside the proxy because it cuts bodies at 10 MB. */
export function guardedHeaders(): Record<string, string> {
	return {
		...securityHeaders(guardSettings().secure),
		"content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
		"cache-control": "private, no-store",
	};
}

/** The proxy's own question and answer, for the same routes; null lets the request in. */
export function findForeignRequest(request: Request): Response | null {
	const status = findForeignStatus(request, guardSettings().portalUrl);
	return status && new Response(null, { status, headers: guardedHeaders() });
}
