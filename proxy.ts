import { type NextRequest, NextResponse } from "next/server";
import { routes } from "@/lib/platform/routes/routes";
import { sessionCookieName } from "@/lib/platform/session/cookie-name";
import {
	contentSecurityPolicy,
	guardSettings,
	isOwnHost,
	isOwnOrigin,
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
	const host = request.headers.get("host");
	if (!isOwnHost(host, portalUrl)) return new NextResponse(null, { status: 421 });
	const isReading = request.method === "GET" || request.method === "HEAD";
	if (!isReading && !isOwnOrigin(request.headers.get("origin"), host, portalUrl)) {
		return new NextResponse(null, { status: 403 });
	}

	const { pathname, search } = request.nextUrl;
	// An action answers a lost session itself, so that the page it came from keeps what was typed.
	const isSignedOut = isReading && workspaces.test(pathname) && !request.cookies.has(sessionCookieName());
	const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
	const policy = contentSecurityPolicy(nonce, mode);
	const response = isSignedOut
		? NextResponse.redirect(new URL(routes.signIn(pathname + search), request.nextUrl))
		: NextResponse.next({ request: { headers: markRequest(request, nonce, policy) } });
	response.headers.set("content-security-policy", policy);
	for (const [name, value] of Object.entries(securityHeaders(mode.secure))) response.headers.set(name, value);
	return response;
}

/** What the pages read: Next takes the nonce for its own scripts out of the policy. */
function markRequest(request: NextRequest, nonce: string, policy: string): Headers {
	const headers = new Headers(request.headers);
	headers.set("x-nonce", nonce);
	headers.set("content-security-policy", policy);
	headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
	return headers;
}

export const config = {
	// Uploads and imports stay outside: the proxy would cut their bodies at 10 MB. Those handlers check for themselves.
	matcher: ["/((?!_next/static|_next/image|brand/|favicon|api/imports|api/v1|api/uploads|api/files).*)"],
};
