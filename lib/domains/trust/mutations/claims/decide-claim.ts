import "server-only";
import { refusalReasons } from "@/lib/domains/trust/constants/decisions";
import { headOf, knownFactsOf } from "@/lib/domains/trust/data/claims/claim-row";
import { type Judged, judgeNow } from "@/lib/domains/trust/data/claims/judge";
import { noteClaim } from "@/lib/domains/trust/mutations/claims/note-event";
import { payOrQueue } from "@/lib/domains/trust/mutations/claims/pay";
import { tellShop } from "@/lib/domains/trust/mutations/claims/tell";
import { storeWorking } from "@/lib/domains/trust/rules/judge-claim";
import type { DecideClaim } from "@/lib/domains/trust/schema/claims";
import type { Working } from "@/lib/domains/trust/types/claims";
import { type Actor, actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma, TrustClaim } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf, type Day } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

type Decided = Outcome<{ number: string; isQueued: boolean }>;

/** A claim in the caller's hands until the transaction ends, as whoever decides last read it. @throws AppError NOT_FOUND */
export async function holdClaim(
	tx: Tx,
	{ claimId, version, organisationId }: { claimId: string; version?: number; organisationId?: string },
): Promise<Outcome<{ claim: TrustClaim }>> {
	await tx.$queryRaw`SELECT 1 FROM trust_claims WHERE id = ${claimId} FOR NO KEY UPDATE`;
	const claim = await tx.trustClaim.findFirst({
		where: { id: claimId, ...(organisationId && { organisationId }) },
	});
	if (!claim) throw new AppError("NOT_FOUND");
	return version === undefined || claim.version === version ? { ok: true, claim } : refuse("STALE_VERSION");
}

/**
 * Decides a claim by what is known at this moment: an order refunded meanwhile changes the amount, and whoever saw another one
 * is asked again (AMOUNT_CHANGED). Against a failed screen the shop pays nothing; the platform may, out of goodwill.
 */
export function decideClaim(scope: PlatformScope, input: DecideClaim, now: Date): Promise<Decided> {
	grant(scope, "trust-claim.work");
	return inOutcomeTransaction(async (tx) => {
		const held = await holdClaim(tx, input);
		if (!held.ok) return held;
		const { claim } = held;
		if (claim.state !== "OPENED" && claim.state !== "EVIDENCE") return refuse("CLAIM_DECIDED");
		const judged = await judgeNow(tx, headOf(claim), knownFactsOf(claim), claim.policyVersion);
		const decision = input.outcome === "GRANTED" ? checkGrant(input, judged) : checkRefusal(input, claim);
		if (!decision.ok) return decision;
		return finish(tx, claim, judged, decision, actorOf(scope), now);
	});
}

export type Decision =
	| {
			outcome: "GRANTED";
			reasons: readonly string[];
			note: string;
			payer: "SHOP" | "PLATFORM";
			working: Working;
	  }
	| { outcome: "REFUSED"; reasons: readonly string[]; note: string };

type Grant = Extract<DecideClaim, { outcome: "GRANTED" }>;
type Refusal = Extract<DecideClaim, { outcome: "REFUSED" }>;

function checkGrant(input: Grant, { verdict, amount }: Judged): Outcome<Decision> {
	if (!amount.ok) return refuse("FACT_MISSING", { params: { fact: amount.reason } });
	const { working } = amount;
	if (working.totalFen === 0n) return refuse("NOTHING_OWED");
	if (String(working.totalFen) !== input.amountFen) return refuse("AMOUNT_CHANGED");
	if (verdict === "FAIL" && input.payer === "SHOP")
		return refuse("SCREEN_FAILED", { fieldErrors: { payer: "SCREEN_FAILED" } });
	if ((input.reason === "GOODWILL") !== (input.payer === "PLATFORM" && verdict === "FAIL"))
		return refuse("REASON_OF_ANOTHER_CASE", { fieldErrors: { reason: "REASON_OF_ANOTHER_CASE" } });
	if (input.reason === "GOODWILL" && !input.note)
		return refuse("REQUIRED", { fieldErrors: { note: "REQUIRED" } });
	const { payer, note, reason } = input;
	return { ok: true, outcome: "GRANTED", reasons: [reason], note, payer, working };
}

function checkRefusal({ reasons, note }: Refusal, { guarantee }: TrustClaim): Outcome<Decision> {
	const known: readonly string[] = refusalReasons[guarantee];
	if (reasons.some((reason) => !known.includes(reason)))
		return refuse("REASON_OF_ANOTHER_CASE", { fieldErrors: { reasons: "REASON_OF_ANOTHER_CASE" } });
	return { ok: true, outcome: "REFUSED", reasons, note };
}

async function finish(
	tx: Tx,
	claim: TrustClaim,
	judged: Judged,
	decision: Decision,
	actor: Actor,
	now: Date,
): Promise<Decided> {
	const decided = await writeDecision(tx, claim, judged, decision, actor, now);
	const { number } = decided;
	await tellShop(tx, decided, decision.outcome === "GRANTED" ? "trustClaimGranted" : "trustClaimRefused");
	if (decision.outcome === "REFUSED") return { ok: true, number, isQueued: false };
	const paid = await payOrQueue(tx, decided, actor, now);
	return { ok: true, number, isQueued: paid.paymentState === "QUEUED" };
}

/** Writes a decision with its screening and its working; payment comes after it. A machine's has no actor's id. */
export async function writeDecision(
	tx: Tx,
	claim: TrustClaim,
	judged: Judged,
	decision: Decision,
	actor: Actor,
	now: Date,
): Promise<TrustClaim> {
	const today = businessDayOf(now);
	const { document } = judged.policy;
	const isGrant = decision.outcome === "GRANTED";
	const dueOn = isGrant ? addWorkingDays(judged.calendar, today, document.paymentWorkdays) : null;
	const decided = await tx.trustClaim.update({
		where: { id: claim.id },
		data: {
			state: "DECIDED",
			outcome: decision.outcome,
			reasonCodes: [...decision.reasons],
			decisionNote: decision.note || null,
			decidedById: actor.userId,
			decidedByName: actor.userId ? actor.label : null,
			decidedAt: now,
			respondedAt: claim.respondedAt ?? now,
			screening: judged.screening as unknown as Prisma.InputJsonValue,
			verdict: judged.verdict,
			...(isGrant
				? {
						payer: decision.payer,
						amountFen: decision.working.totalFen,
						working: storeWorking(decision.working) as unknown as Prisma.InputJsonValue,
					}
				: { payer: null, amountFen: null }),
			dueOn: toDate(dueOn),
			wasOverdue: claim.wasOverdue || isLate(claim, today),
			appealableUntil: toDate(addDays(today, document.appealDays)),
			version: { increment: 1 },
		},
	});
	await noteClaim(tx, decided, actor, {
		kind: decision.outcome,
		party: "PLATFORM",
		at: now,
		values: {
			reasons: decision.reasons.join(","),
			...(isGrant && { amountFen: String(decision.working.totalFen), payer: decision.payer }),
		},
		...(decision.note && { note: decision.note }),
	});
	return decided;
}

export const toDate = (day: Day | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** Whether the state's working day is over. */
export function isLate({ dueOn }: Pick<TrustClaim, "dueOn">, today: Day): boolean {
	return dueOn !== null && dueOn.toISOString().slice(0, 10) < today;
}
