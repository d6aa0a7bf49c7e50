import "server-only";
import { getLocale } from "@/lib/platform/i18n/server";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { getSession, requireScope, requireSession } from "@/lib/platform/session/session";
import { isTokenUsable, listSignIns } from "./data/accounts";
import { findInvitation, listOpenInvitations } from "./data/invitations";
import { listMembers } from "./data/members";
import { listUsers } from "./data/users";
import { userFilterSchema } from "./schema";
import type { AccountTokenKind } from "./types";

export type Query = Record<string, string | string[] | undefined>;

function readToken(query: Query): string | null {
	return typeof query.token === "string" && query.token.length <= 200 ? query.token : null;
}

/** The token of a mailed link while it works; null otherwise. */
export async function loadToken(kind: AccountTokenKind, query: Query): Promise<string | null> {
	const token = readToken(query);
	return token && (await isTokenUsable(kind, token)) ? token : null;
}

export async function loadInvitation(query: Query) {
	const token = readToken(query);
	const invitation = token ? await findInvitation(token) : null;
	if (!token || !invitation) return null;
	const session = await getSession();
	return { token, invitation, signedInAs: session?.user.email ?? null };
}

export async function loadSignIns() {
	const session = await requireSession();
	return { signIns: await listSignIns(session.scope), currentId: session.sessionId };
}

export async function loadMembers() {
	const scope = await requireScope("organisation.view-members");
	const [members, invitations] = await Promise.all([listMembers(scope), listOpenInvitations(scope)]);
	return { scope, members, invitations };
}

export async function loadUsers(query: Query) {
	const scope = await requireScope("user.manage");
	const filter = userFilterSchema.parse(query);
	return { scope, filter, ...(await listUsers(scope, filter)) };
}

/** A code as a sentence in the reader's language, for the few that reach a page through its address; null when unknown. */
export async function loadErrorText(code: unknown): Promise<string | null> {
	if (typeof code !== "string") return null;
	const t = await createTranslations(await getLocale(), "errors");
	const translate = t as unknown as { (key: string): string; has(key: string): boolean };
	return /^[A-Z_]+$/.test(code) && translate.has(code) ? translate(code) : null;
}
