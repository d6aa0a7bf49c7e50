import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { authSecret, readEnv } from "@/lib/platform/env/env";

/** next-auth's own cookie name, fixed here so that its options and our reader cannot disagree. */
export function sessionCookieName(): string {
	return readEnv().PORTAL_URL.startsWith("https://") ? "__Secure-windmaker.session" : "windmaker.session";
}

/** The opaque session token inside the signed JWT; null when there is none or it was tampered with. */
export async function readSessionToken(): Promise<string | null> {
	const token = (await cookies()).get(sessionCookieName())?.value;
	if (!token) return null;
	const claims = await decode({ token, secret: authSecret() }).catch(() => null);
	return typeof claims?.sessionToken === "string" ? claims.sessionToken : null;
}
