import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { authSecret } from "@/lib/platform/env/env";
import { sessionCookieName } from "./cookie-name";

/** The opaque session token inside the encrypted JWT; null when there is none or it was tampered with. */
export async function readSessionToken(): Promise<string | null> {
	const token = (await cookies()).get(sessionCookieName())?.value;
	if (!token) return null;
	const claims = await decode({ token, secret: authSecret() }).catch(() => null);
	return typeof claims?.sessionToken === "string" ? claims.sessionToken : null;
}
