import "server-only";
import { readEnv } from "@/lib/platform/env/env";

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** Whether a `Host` header names this portal: the host of PORTAL_URL, or loopback with any port. */
export function isOwnHost(host: string | null, portalUrl: string): boolean {
	if (!host) return false;
	return host.toLowerCase() === new URL(portalUrl).host || loopback.test(host);
}

/** Whether a request that changes something comes from a page of this portal; without an `Origin` no browser page sent it. */
export function isOwnOrigin(origin: string | null, host: string | null, portalUrl: string): boolean {
	if (origin === null) return true;
	if (!URL.canParse(origin)) return false;
	const { host: originHost } = new URL(origin);
	return originHost === host?.toLowerCase() || originHost === new URL(portalUrl).host;
}

/**
 * Is this request for this portal, and, where it changes something, from one of its pages? 421 and 403 say no; null lets
 * it in. Asked by the proxy, and by the routes outside it for themselves.
 */
export function findForeignStatus(
	{ method, headers }: Pick<Request, "method" | "headers">,
	portalUrl: string,
): 421 | 403 | null {
	const host = headers.get("host");
	if (!isOwnHost(host, portalUrl)) return 421;
	if (method === "GET" || method === "HEAD") return null;
	return isOwnOrigin(headers.get("origin"), host, portalUrl) ? null : 403;
}

/**
 * The content security policy of one response. Scripts run by nonce and by what those load. Styles may be inline, because
 * charts and overlays place things with style attributes and style elements made in the browser, which take no nonce.
 */
export function contentSecurityPolicy(
	nonce: string,
	mode: { secure: boolean; development: boolean },
): string {
	const directives = [
		"default-src 'self'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${mode.development ? " 'unsafe-eval'" : ""}`,
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		`connect-src 'self'${mode.development ? " ws:" : ""}`,
		// Previews of uploaded files: bytes this page fetched itself, under a media type the server found.
		"frame-src blob:",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	];
	return (mode.secure ? [...directives, "upgrade-insecure-requests"] : directives).join("; ");
}

/** Headers of every answer beside the policy. */
export function securityHeaders(secure: boolean): Record<string, string> {
	return {
		"x-content-type-options": "nosniff",
		"x-frame-options": "DENY",
		"referrer-policy": "same-origin",
		"permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
		"cross-origin-opener-policy": "same-origin",
		...(secure && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
	};
}

export function guardSettings() {
	const { PORTAL_URL, NODE_ENV } = readEnv();
	return {
		portalUrl: PORTAL_URL,
		secure: PORTAL_URL.startsWith("https://"),
		development: NODE_ENV === "development",
	};
}
