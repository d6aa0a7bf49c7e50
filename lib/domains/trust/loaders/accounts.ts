import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { findAccount, listAccounts, listEntries } from "@/lib/domains/trust/data/claims/accounts";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

const search = z.object({ q: z.string().trim().max(100).catch("").default("") });
const shopIdText = z.coerce.number().int().positive().max(2_147_483_647);

export async function loadAccounts(query: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("trust-claim.read", routes.ops.trustAccounts());
	const { q } = search.parse(query);
	return { q, accounts: await listAccounts(scope, q), canManage: can(scope.role, "trust-account.manage") };
}

/** The statement of a shop's deposit or of the platform's account. */
export async function loadAccount(account: string) {
	const parsed = account === "platform" ? null : shopIdText.safeParse(account);
	if (parsed && !parsed.success) notFound();
	const shopId = parsed?.data ?? null;
	const scope = await requireScope("trust-claim.read", routes.ops.trustAccount(shopId ?? "platform"));
	const found = await findAccount(scope, shopId);
	if (!found) notFound();
	return {
		account: found,
		entries: await listEntries(shopId),
		canManage: can(scope.role, "trust-account.manage"),
	};
}

/** The statement of one of the brand's own shops. */
export async function loadOwnAccount(shopText: string) {
	const parsed = shopIdText.safeParse(shopText);
	if (!parsed.success) notFound();
	const scope = await requireScope("trust-claim.own", routes.brand.trustAccount(parsed.data));
	const found = await findAccount(scope, parsed.data);
	if (!found) notFound();
	return { account: found, entries: await listEntries(parsed.data) };
}
