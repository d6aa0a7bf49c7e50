import "server-only";
import { readStanding } from "@/lib/domains/trust/data/card/standing";
import { readGuaranteePolicy } from "@/lib/domains/trust/data/policies";
import { holdShop } from "@/lib/domains/trust/mutations/card/hold-shop";
import { type CardShop, noteCard } from "@/lib/domains/trust/mutations/card/note-card";
import { eligibilityOf, isEligible } from "@/lib/domains/trust/rules/card/eligibility";
import type { ChangeCeilings, OptIn, OptOut } from "@/lib/domains/trust/schema/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { RefundOnlyPolicy } from "@/lib/domains/trust/types/policy";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustHolding } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { type BrandScope, grant } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Ceilings = { orderCeilingFen: bigint; buyerCeilingFen: bigint } | null;

const openHolding = (tx: Tx, shopId: number, guarantee: Guarantee): Promise<TrustHolding | null> =>
	tx.trustHolding.findFirst({ where: { shopId, guarantee, heldTo: null } });

/**
 * A brand takes a guarantee on for a shop, or agrees to newer terms of one it holds; either way with the version on its screen
 * (TERMS_CHANGED where another was published meanwhile). Orders paid from this moment on are covered; between old terms and new
 * there is no gap. Refusals: TERMS_CHANGED, ALREADY_HELD, CARD_NOT_ELIGIBLE, CEILING_OUT_OF_RANGE. @throws AppError NOT_FOUND
 */
export function optIn(scope: BrandScope, input: OptIn, now: Date): Promise<Outcome> {
	grant(scope, "trust-card.own");
	return inOutcomeTransaction(async (tx) => {
		const { shopId, guarantee, termsVersion } = input;
		const shop = await holdShop(tx, shopId, scope.organisationId);
		const policy = await readGuaranteePolicy(guarantee, businessDayOf(now), tx);
		if (policy.version !== termsVersion) return refuse("TERMS_CHANGED");
		const held = await openHolding(tx, shopId, guarantee);
		if (held?.termsVersion === termsVersion) return refuse("ALREADY_HELD");
		if (!held && !isEligible(eligibilityOf(guarantee, await readStanding(tx, shopId, now))))
			return refuse("CARD_NOT_ELIGIBLE");
		const ceilings = readCeilings(guarantee, input, policy.document as RefundOnlyPolicy);
		if (ceilings && "ok" in ceilings) return ceilings;
		await replace(tx, scope, shop, held, { guarantee, termsVersion, ceilings }, now);
		const values = { version: termsVersion, ...textOf(ceilings) };
		await noteCard(tx, shop, actorOf(scope), {
			kind: held ? "TERMS_CONFIRMED" : "OPTED_IN",
			guarantee,
			at: now,
			values,
		});
		return { ok: true };
	});
}

/** The shop's own ceilings change for orders paid from now on. @throws AppError NOT_FOUND */
export function changeCeilings(scope: BrandScope, input: ChangeCeilings, now: Date): Promise<Outcome> {
	grant(scope, "trust-card.own");
	return inOutcomeTransaction(async (tx) => {
		const { shopId, guarantee } = input;
		const shop = await holdShop(tx, shopId, scope.organisationId);
		const held = await openHolding(tx, shopId, guarantee);
		if (!held || guarantee !== "REFUND_WITHOUT_RETURN") return refuse("NOT_HELD");
		const policy = await readGuaranteePolicy(guarantee, businessDayOf(now), tx);
		const ceilings = readCeilings(guarantee, input, policy.document);
		if (ceilings && "ok" in ceilings) return ceilings;
		await replace(tx, scope, shop, held, { guarantee, termsVersion: held.termsVersion, ceilings }, now);
		await noteCard(tx, shop, actorOf(scope), {
			...{ kind: "CEILINGS_CHANGED", guarantee, at: now, values: textOf(ceilings) },
		});
		return { ok: true };
	});
}

/** No longer for orders paid from now on; those paid before keep what they were promised. @throws AppError NOT_FOUND */
export function optOut(scope: BrandScope, { shopId, guarantee }: OptOut, now: Date): Promise<Outcome> {
	grant(scope, "trust-card.own");
	return inOutcomeTransaction(async (tx) => {
		const shop = await holdShop(tx, shopId, scope.organisationId);
		const held = await openHolding(tx, shopId, guarantee);
		if (!held) return refuse("NOT_HELD");
		await end(tx, held, scope.userId, now);
		await noteCard(tx, shop, actorOf(scope), { kind: "OPTED_OUT", guarantee, at: now });
		return { ok: true };
	});
}

function end(tx: Tx, held: TrustHolding, userId: string, now: Date) {
	return tx.trustHolding.update({ where: { id: held.id }, data: { heldTo: now, endedById: userId } });
}

async function replace(
	tx: Tx,
	scope: BrandScope,
	{ shopId, organisationId }: CardShop,
	held: TrustHolding | null,
	{ guarantee, termsVersion, ceilings }: { guarantee: Guarantee; termsVersion: number; ceilings: Ceilings },
	now: Date,
): Promise<void> {
	if (held) await end(tx, held, scope.userId, now);
	await tx.trustHolding.create({
		data: {
			...{ id: newId("thd"), shopId, organisationId, guarantee, heldFrom: now, termsVersion, ...ceilings },
			...{ consentById: scope.userId, consentByName: scope.userName },
		},
	});
}

/** Within what the policy lets a shop choose; null for every other guarantee. */
function readCeilings(
	guarantee: Guarantee,
	{ orderCeiling = 0n, buyerCeiling = 0n }: { orderCeiling?: bigint; buyerCeiling?: bigint },
	policy: RefundOnlyPolicy,
) {
	if (guarantee !== "REFUND_WITHOUT_RETURN") return null;
	const outside = (field: string) =>
		refuse("CEILING_OUT_OF_RANGE", { fieldErrors: { [field]: "CEILING_OUT_OF_RANGE" } });
	if (orderCeiling < policy.orderCeilingLeastFen || orderCeiling > policy.orderCeilingMostFen)
		return outside("orderCeiling");
	if (buyerCeiling < orderCeiling || buyerCeiling > policy.buyerCeilingMostFen)
		return outside("buyerCeiling");
	return { orderCeilingFen: orderCeiling, buyerCeilingFen: buyerCeiling };
}

const textOf = (ceilings: Ceilings): Record<string, string> =>
	ceilings ? { orderFen: String(ceilings.orderCeilingFen), buyerFen: String(ceilings.buyerCeilingFen) } : {};
