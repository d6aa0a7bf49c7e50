import { type NextRequest, NextResponse } from "next/server";
import { routes } from "@/lib/platform/routes/routes";
import { sessionCookieName } from "@/lib/platform/session/cookie-name";
import {
	contentSecurityPolicy,
	findForeignStatus,
	guardSettings,
	securityHeaders,
} from "@/lib/platform/session/guard";
import { pathHeader } from "@/lib/platform/session/path-header";

const workspaces = /^\/(partner|ops|brand|account)(\/|$)/;

/**
 * Headers and redirects, nothing else: every page, action and handler authorises for itself. A missing cookie leads to
 * the sign-in page; whether a cookie is worth anything is for the page to find out.
 */
export function proxy(request: NextRequest): NextResponse {
	const { portalUrl, ...mode } = guardSettings();
	const foreign = findForeignStatus(request, portalUrl);
	if (foreign) return new NextResponse(null, { status: foreign, headers: securityHeaders(mode.secure) });

	const isReading = request.method === "GET" || request.method === "HEAD";
	const { pathname, search } = request.nextUrl;
	// An action answers a lost session itself, so that the page it came from keeps what was typed.
	const isSignedOut = isReading && workspaces.test(pathname) && !request.cookies.has(sessionCookieName());
	const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
	const policy = contentSecurityPolicy(nonce, mode);
	const response = isSignedOut
		? NextResponse.redirect(new URL(routes.signIn(pathname + search), request.nextUrl))
		: NextResponse.next({ request: { headers: markRequest(request, policy) } });
	response.headers.set("content-security-policy", policy);
	for (const [name, value] of Object.entries(securityHeaders(mode.secure))) response.headers.set(name, value);
	return response;
}

/** What the pages read: Next takes the nonce for its own scripts out of the policy. */
function markRequest(request: NextRequest, policy: string): Headers {
	const headers = new Headers(request.headers);
	headers.set("content-security-policy", policy);
	headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
	return headers;
}

export const config = {
	// What takes files and facts stays outside: the proxy would cut the bodies at 10 MB. Those handlers ask the same
	// question for themselves (`findForeignRequest`), and so does every action (`defineAction`), which has no page to give a
	// policy to; next.config.ts gives its answers their headers. No page of another site can send the header that names an
	// action. tests/integration/identity/guarded-routes.test.ts holds all of them to it.
	matcher: [
		"/api/((?!v1/|uploads|files).*)",
		{
			source: "/((?!api/|_next/static|_next/image|brand/[a-z]+[.]svg).*)",
			missing: [{ type: "header", key: "next-action" }],
		},
	],
};
