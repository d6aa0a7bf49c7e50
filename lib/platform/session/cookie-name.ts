import "server-only";
import { readEnv } from "@/lib/platform/env/env";

/** next-auth's own cookie name, fixed here so that its options and our reader cannot disagree. */
export function sessionCookieName(): string {
	return readEnv().PORTAL_URL.startsWith("https://") ? "__Secure-windmaker.session" : "windmaker.session";
}
