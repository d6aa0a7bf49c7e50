import "server-only";
import {
	holdAccount,
	PLATFORM_ACCOUNT,
	payQueued,
	shopAccount,
} from "@/lib/domains/trust/mutations/claims/pay";
import type { MoveDeposit } from "@/lib/domains/trust/schema/claims";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

type Moved = { balanceFen: string; paid: number; isReplay: boolean };

/**
 * Notes what came in to a shop's deposit or the platform's account, or went out of it; what waited for it is paid at once, the
 * oldest grant first. The same key moves once. Refusals: DEPOSIT_NOT_ENOUGH, DEPOSIT_OWED (grants wait), KEY_REUSED,
 * SHOP_WITHOUT_BRAND. @throws AppError NOT_FOUND for an unknown shop
 */
export function moveDeposit(scope: PlatformScope, input: MoveDeposit, now: Date): Promise<Outcome<Moved>> {
	grant(scope, "trust-account.manage");
	return inOutcomeTransaction(async (tx) => {
		const { shopId, kind, amount, reason } = input;
		const owner = shopId === null ? null : await findOwner(tx, shopId);
		if (owner === "NO_BRAND") return refuse("SHOP_WITHOUT_BRAND");
		const account = owner ? shopAccount(owner.shopId) : PLATFORM_ACCOUNT;
		const balance = await holdAccount(tx, owner);
		const key = `${scope.userId}:${input.key}`;
		const isIn = kind === "TOP_UP";
		const [fromAccount, toAccount] = isIn ? ["outside", account] : [account, "outside"];
		const earlier = await tx.trustEntry.findUnique({ where: { key } });
		if (earlier) {
			const isSame =
				earlier.fromAccount === fromAccount &&
				earlier.toAccount === toAccount &&
				earlier.amountFen === amount;
			return isSame
				? { ok: true, balanceFen: String(balance), paid: 0, isReplay: true }
				: refuse("KEY_REUSED");
		}
		const refusal = isIn ? null : await whyNotOut(tx, owner?.shopId ?? null, balance, amount);
		if (refusal) return refuse(refusal, { fieldErrors: { amount: refusal } });
		const actor = actorOf(scope);
		await tx.trustEntry.create({
			data: {
				...{ id: newId("ten"), key, kind, fromAccount, toAccount, amountFen: amount, reason, at: now },
				...{ actorUserId: actor.userId, actorLabel: actor.label },
			},
		});
		await recordAudit(tx, {
			...{ actor, action: isIn ? "trust-account.top-up" : "trust-account.withdraw", reason },
			...{ subjectType: "trust_account", subjectId: account, after: { amountFen: String(amount) } },
			organisationId: owner?.organisationId ?? null,
		});
		const paid = isIn ? await payQueued(tx, owner, actor, now) : 0;
		return { ok: true, balanceFen: String(await holdAccount(tx, owner)), paid, isReplay: false };
	});
}

async function findOwner(tx: Tx, shopId: number) {
	const shop = await tx.shop.findUnique({
		where: { id: shopId },
		select: { id: true, brand: { select: { organisationId: true } } },
	});
	if (!shop) throw new AppError("NOT_FOUND");
	return shop.brand ? { shopId: shop.id, organisationId: shop.brand.organisationId } : ("NO_BRAND" as const);
}

async function whyNotOut(tx: Tx, shopId: number | null, balance: bigint, amount: bigint) {
	if (balance < amount) return "DEPOSIT_NOT_ENOUGH";
	const waiting = await tx.trustClaim.count({
		where: {
			paymentState: "QUEUED",
			...(shopId === null ? { payer: "PLATFORM" } : { payer: "SHOP", shopId }),
		},
	});
	return waiting > 0 ? "DEPOSIT_OWED" : null;
}
