import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { authSecret } from "@/lib/platform/env/env";
import { sessionCookieName } from "./cookie-name";

type Known = { readonly sessionToken: string; readonly expiresAt: number };

/** Cookies read before: their key is derived and they are decrypted once, not with every request. */
const known = new Map<string, Known>();
const MAX_KNOWN = 10_000;

/** The opaque session token inside the encrypted JWT; null when there is none or it was tampered with. */
export async function readSessionToken(): Promise<string | null> {
	const token = (await cookies()).get(sessionCookieName())?.value;
	if (!token) return null;
	const before = known.get(token);
	if (before && Date.now() < before.expiresAt) return before.sessionToken;
	const claims = await decode({ token, secret: authSecret() }).catch(() => null);
	if (typeof claims?.sessionToken !== "string") return null;
	if (known.size >= MAX_KNOWN) known.clear();
	known.set(token, { sessionToken: claims.sessionToken, expiresAt: Number(claims.exp ?? 0) * 1000 });
	return claims.sessionToken;
}
