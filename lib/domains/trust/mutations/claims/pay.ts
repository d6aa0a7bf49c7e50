import "server-only";
import { noteClaim } from "@/lib/domains/trust/mutations/claims/note-event";
import { tellShop } from "@/lib/domains/trust/mutations/claims/tell";
import type { Actor } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustClaim } from "@/lib/platform/db/generated/client";
import { newId } from "@/lib/platform/id/id";

export const PLATFORM_ACCOUNT = "platform";
export const shopAccount = (shopId: number) => `shop:${shopId}`;

/** Holds an account until the transaction ends, opening a shop's where it has none yet; answers its balance in fen. */
export async function holdAccount(
	tx: Tx,
	account: { readonly shopId: number; readonly organisationId: string } | null,
): Promise<bigint> {
	const id = account ? shopAccount(account.shopId) : PLATFORM_ACCOUNT;
	if (account)
		await tx.$executeRaw`INSERT INTO trust_accounts (id, shop_id, organisation_id)
			VALUES (${id}, ${account.shopId}, ${account.organisationId}) ON CONFLICT (id) DO NOTHING`;
	const [row] = await tx.$queryRaw<{ balance: bigint }[]>`
		SELECT balance_fen AS balance FROM trust_accounts WHERE id = ${id} FOR NO KEY UPDATE`;
	if (!row) throw new Error(`there is no account ${id}`);
	return row.balance;
}

/**
 * Pays a granted claim from the account its decision names, or queues it where the account does not reach or older ones wait
 * for it: first granted, first paid, and never below zero. The caller holds the claim.
 */
export async function payOrQueue(tx: Tx, claim: TrustClaim, actor: Actor, now: Date): Promise<TrustClaim> {
	const isShops = claim.payer === "SHOP";
	const balance = await holdAccount(tx, isShops ? claim : null);
	const waiting = await tx.trustClaim.count({
		where: {
			id: { not: claim.id },
			paymentState: "QUEUED",
			payer: claim.payer,
			...(isShops && { shopId: claim.shopId }),
		},
	});
	if (waiting === 0 && balance >= (claim.amountFen ?? 0n)) return pay(tx, claim, actor, now);
	const queued = await tx.trustClaim.update({
		where: { id: claim.id },
		data: { paymentState: "QUEUED", version: { increment: 1 } },
	});
	await noteClaim(tx, queued, actor, {
		kind: "QUEUED",
		party: "PLATFORM",
		at: now,
		values: { balanceFen: String(balance), waiting },
	});
	// A recalled batch is told of as a whole.
	if (queued.channel !== "RECALL") await tellShop(tx, queued, "trustClaimQueued");
	return queued;
}

async function pay(tx: Tx, claim: TrustClaim, actor: Actor, now: Date): Promise<TrustClaim> {
	const { id, payer, shopId, amountFen, number } = claim;
	if (amountFen === null) throw new Error("only a granted claim is paid");
	await tx.trustEntry.create({
		data: {
			id: newId("ten"),
			key: `claim:${id}`,
			kind: "PAYMENT",
			fromAccount: payer === "SHOP" ? shopAccount(shopId) : PLATFORM_ACCOUNT,
			toAccount: "buyers",
			amountFen,
			claimId: id,
			actorUserId: actor.userId,
			actorLabel: actor.label,
			reason: number,
			at: now,
		},
	});
	const paid = await tx.trustClaim.update({
		where: { id },
		data: { state: "PAID", paymentState: "PAID", paymentAt: now, dueOn: null, version: { increment: 1 } },
	});
	await noteClaim(tx, paid, actor, {
		kind: "PAID",
		party: "PLATFORM",
		at: now,
		values: { amountFen: String(amountFen), payer },
	});
	return paid;
}

/** Pays what waits for an account, the oldest grant first, until it does not reach; answers how many were paid. */
export async function payQueued(
	tx: Tx,
	account: { readonly shopId: number; readonly organisationId: string } | null,
	actor: Actor,
	now: Date,
): Promise<number> {
	const payer = account ? "SHOP" : "PLATFORM";
	for (let paid = 0; ; paid += 1) {
		const balance = await holdAccount(tx, account);
		const next = await tx.trustClaim.findFirst({
			where: { paymentState: "QUEUED", payer, ...(account && { shopId: account.shopId }) },
			orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
		});
		if (!next || balance < (next.amountFen ?? 0n)) return paid;
		await pay(tx, next, actor, now);
		if (next.channel !== "RECALL") await tellShop(tx, next, "trustClaimPaid");
	}
}
