import "server-only";
import { headOf, knownFactsOf } from "@/lib/domains/trust/data/claims/claim-row";
import { judgeNow } from "@/lib/domains/trust/data/claims/judge";
import { readGuaranteePolicyVersion } from "@/lib/domains/trust/data/policies";
import { holdClaim, toDate, writeDecision } from "@/lib/domains/trust/mutations/claims/decide-claim";
import { noteClaim } from "@/lib/domains/trust/mutations/claims/note-event";
import {
	holdAccount,
	PLATFORM_ACCOUNT,
	payOrQueue,
	shopAccount,
} from "@/lib/domains/trust/mutations/claims/pay";
import { tellDeciders, tellShop } from "@/lib/domains/trust/mutations/claims/tell";
import type { AppealClaim, DecideClaimAppeal } from "@/lib/domains/trust/schema/claims";
import { type Actor, actorOf } from "@/lib/platform/audit/actor";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustClaim } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { type BrandScope, grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

type Appellant = {
	readonly party: "BUYER" | "SHOP";
	readonly actor: Actor;
	readonly organisationId?: string;
};

/** The shop's own people appeal what was granted. @throws AppError NOT_FOUND for a foreign claim */
export function appealAsShop(scope: BrandScope, input: AppealClaim, now: Date): Promise<Outcome> {
	grant(scope, "trust-claim.own");
	const { organisationId } = scope;
	return inOutcomeTransaction((tx) =>
		lodge(tx, { party: "SHOP", actor: actorOf(scope), organisationId }, input, now),
	);
}

/** Operations pass on what the buyer has against a refusal. @throws AppError NOT_FOUND */
export function appealForBuyer(scope: PlatformScope, input: AppealClaim, now: Date): Promise<Outcome> {
	grant(scope, "trust-claim.work");
	return inOutcomeTransaction((tx) => lodge(tx, { party: "BUYER", actor: actorOf(scope) }, input, now));
}

/** The buyer's appeal through the API, where the key's holder has been asked for already. */
export function appealThroughApi(actor: Actor, input: AppealClaim, now: Date): Promise<Outcome> {
	return inOutcomeTransaction((tx) => lodge(tx, { party: "BUYER", actor }, input, now));
}

async function lodge(tx: Tx, appellant: Appellant, input: AppealClaim, now: Date): Promise<Outcome> {
	const { party, actor, organisationId } = appellant;
	const held = await holdClaim(tx, { claimId: input.claimId, ...(organisationId && { organisationId }) });
	if (!held.ok) return held;
	const { claim } = held;
	const today = businessDayOf(now);
	if (claim.outcome === null) return refuse("CLAIM_UNDECIDED");
	if (claim.outcome !== (party === "SHOP" ? "GRANTED" : "REFUSED")) return refuse("APPEAL_OF_OTHER_SIDE");
	if (claim.state === "CLOSED" || !claim.appealableUntil || claim.appealableUntil < (toDate(today) as Date))
		return refuse("APPEAL_TOO_LATE");
	if (await tx.trustClaimAppeal.findUnique({ where: { claimId: claim.id } }))
		return refuse("APPEALED_ALREADY");
	const { document } = await readGuaranteePolicyVersion(claim.guarantee, claim.policyVersion, tx);
	const dueOn = addWorkingDays(await readWorkCalendar(tx), today, document.appealWorkdays);
	await tx.trustClaimAppeal.create({
		data: {
			...{ claimId: claim.id, party, statement: input.statement, outcomeBefore: claim.outcome },
			...{ amountBefore: claim.amountFen, lodgedAt: now, dueOn: toDate(dueOn) as Date },
			...{ lodgedById: actor.userId, lodgedByName: actor.label },
		},
	});
	const touched = await tx.trustClaim.update({
		where: { id: claim.id },
		data: { version: { increment: 1 } },
	});
	await noteClaim(tx, touched, actor, { kind: "APPEALED", party, at: now, note: input.statement });
	await tellDeciders(tx, touched, "trustClaimAppealed");
	return { ok: true };
}

/**
 * Someone else than who decided answers an appeal. Upheld for the buyer, the claim is granted by what is known now and paid;
 * upheld for the shop, a payment already made stays with the buyer and the platform makes it good to the shop, and one that
 * still waits is not made.
 * Refusals: STALE_VERSION, APPEAL_ANSWERED, APPEAL_OWN_DECISION, FACT_MISSING, NOTHING_OWED, PLATFORM_ACCOUNT_EMPTY.
 */
export function decideClaimAppeal(
	scope: PlatformScope,
	input: DecideClaimAppeal,
	now: Date,
): Promise<Outcome> {
	grant(scope, "trust-claim.work");
	return inOutcomeTransaction(async (tx) => {
		const held = await holdClaim(tx, input);
		if (!held.ok) return held;
		const { claim } = held;
		const appeal = await tx.trustClaimAppeal.findUnique({ where: { claimId: claim.id } });
		if (appeal?.state !== "OPEN") return refuse("APPEAL_ANSWERED");
		if (claim.decidedById === scope.userId) return refuse("APPEAL_OWN_DECISION");
		const actor = actorOf(scope);
		await tx.trustClaimAppeal.update({
			where: { claimId: claim.id },
			data: {
				...{ state: input.decision, decidedById: scope.userId, decidedByName: actor.label },
				...{ decidedAt: now, note: input.note },
			},
		});
		const isUpheld = input.decision === "UPHELD";
		const touched = await tx.trustClaim.update({
			where: { id: claim.id },
			data: { version: { increment: 1 } },
		});
		await noteClaim(tx, touched, actor, {
			...{
				kind: isUpheld ? "APPEAL_UPHELD" : "APPEAL_REJECTED",
				party: "PLATFORM",
				at: now,
				note: input.note,
			},
		});
		await tellShop(tx, touched, "trustClaimAppealAnswered");
		if (!isUpheld) return { ok: true };
		return appeal.party === "BUYER"
			? grantOnAppeal(tx, touched, input.note, actor, now)
			: makeGood(tx, touched, input.note, actor, now);
	});
}

async function grantOnAppeal(
	tx: Tx,
	claim: TrustClaim,
	note: string,
	actor: Actor,
	now: Date,
): Promise<Outcome> {
	const judged = await judgeNow(tx, headOf(claim), knownFactsOf(claim), claim.policyVersion);
	if (!judged.amount.ok) return refuse("FACT_MISSING", { params: { fact: judged.amount.reason } });
	const { working } = judged.amount;
	if (working.totalFen === 0n) return refuse("NOTHING_OWED");
	if (judged.facts.otherClaims > 0) return refuse("CLAIMED_ALREADY", { params: { number: "" } });
	const isGoodwill = judged.verdict === "FAIL";
	const reason = isGoodwill ? "GOODWILL" : working.winner === "FLOOR" ? "LAW_APPLIES" : "PROMISE_APPLIES";
	const payer = isGoodwill ? "PLATFORM" : "SHOP";
	const decision = { outcome: "GRANTED", reasons: [reason], note, payer, working } as const;
	const decided = await writeDecision(tx, claim, judged, decision, actor, now);
	await payOrQueue(tx, decided, actor, now);
	return { ok: true };
}

async function makeGood(tx: Tx, claim: TrustClaim, note: string, actor: Actor, now: Date): Promise<Outcome> {
	const { amountFen, payer, paymentState } = claim;
	if (paymentState !== "PAID") {
		const judged = await judgeNow(tx, headOf(claim), knownFactsOf(claim), claim.policyVersion);
		const cleared = await tx.trustClaim.update({
			where: { id: claim.id },
			data: { paymentState: "NONE", version: { increment: 1 } },
		});
		const decision = { outcome: "REFUSED", reasons: ["EVIDENCE_CONTRADICTS"], note } as const;
		await writeDecision(tx, cleared, judged, decision, actor, now);
		return { ok: true };
	}
	if (payer !== "SHOP" || amountFen === null) return { ok: true };
	if ((await holdAccount(tx, null)) < amountFen) return refuse("PLATFORM_ACCOUNT_EMPTY");
	await tx.trustEntry.create({
		data: {
			...{ id: newId("ten"), key: `appeal:${claim.id}`, kind: "REIMBURSEMENT", claimId: claim.id, amountFen },
			...{ fromAccount: PLATFORM_ACCOUNT, toAccount: shopAccount(claim.shopId), reason: note, at: now },
			...{ actorUserId: actor.userId, actorLabel: actor.label },
		},
	});
	return { ok: true };
}
