import { reasonsOf } from "@/lib/domains/trust/constants/guarantees";
import { abuseSignals } from "@/lib/domains/trust/rules/abuse-signals";
import { judgeExclusion } from "@/lib/domains/trust/rules/exclusions";
import { screenCeilings } from "@/lib/domains/trust/rules/screen-ceilings";
import { screenWindow } from "@/lib/domains/trust/rules/screen-window";
import type { ClaimFacts, ScreenInputs, ScreenResult, ScreenVerdict } from "@/lib/domains/trust/types/claims";
import type { AbuseLimits, JudgedPolicy } from "@/lib/domains/trust/types/policy";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

type Context = { readonly calendar: WorkCalendar; readonly limits: AbuseLimits };

/**
 * Everything a machine can ask of a claim, each answer with its clause and what it was answered from. A fact that is not
 * known is `unknown`; a habit of the buyer is `review`: both go to a person and neither refuses anything.
 */
export function screenClaim(facts: ClaimFacts, policy: JudgedPolicy, context: Context): ScreenResult[] {
	return [
		screenCover(facts),
		screenReason(facts, policy),
		...screenRefund(facts, policy),
		screenEarlier(facts, policy),
		...screenWindow(facts, policy, context.calendar),
		...screenGoods(facts, policy),
		...screenCeilings(facts, policy),
		...screenHabits(facts, policy, context.limits),
	];
}

/** Refused by a clear fact, passed on every check, or left to a person. */
export function verdictOf(results: readonly ScreenResult[]): ScreenVerdict {
	if (results.some(({ outcome }) => outcome === "fail")) return "FAIL";
	return results.every(({ outcome }) => outcome === "pass") ? "PASS" : "PERSON";
}

function screenCover({ wasHeld }: ClaimFacts): ScreenResult {
	const head = { check: "COVERED", clause: "TRUST_TERMS", inputs: { wasHeld } } as const;
	if (wasHeld === null) return { ...head, outcome: "unknown", reason: "COVER_UNKNOWN" };
	return wasHeld
		? { ...head, outcome: "pass", reason: "HELD_WHEN_PAID" }
		: { ...head, outcome: "fail", reason: "NOT_HELD_WHEN_PAID" };
}

function screenReason({ reason }: ClaimFacts, { guarantee }: JudgedPolicy): ScreenResult {
	const head = { check: "REASON_KNOWN", clause: "TRUST_TERMS", inputs: { reason } } as const;
	return reasonsOf[guarantee].some((one) => one === reason)
		? { ...head, outcome: "pass", reason: "REASON_FITS" }
		: { ...head, outcome: "fail", reason: "REASON_OF_ANOTHER_GUARANTEE" };
}

/** Freight is paid after a refund; a counterfeit is compensated after one too, yet its amount hangs on it. */
function screenRefund({ paidFen, refundedFen }: ClaimFacts, { guarantee }: JudgedPolicy): ScreenResult[] {
	if (guarantee === "RETURN_FREIGHT") return [];
	const inputs = { paidFen: String(paidFen), refundedFen: refundedFen === null ? null : String(refundedFen) };
	const head = { check: "NOT_REFUNDED", clause: "TRUST_TERMS", inputs } as const;
	if (refundedFen === null) return [{ ...head, outcome: "unknown", reason: "REFUND_UNKNOWN" }];
	if (guarantee === "TENFOLD_COMPENSATION") return [{ ...head, outcome: "pass", reason: "REFUND_KNOWN" }];
	return [
		refundedFen < paidFen
			? { ...head, outcome: "pass", reason: "SOMETHING_LEFT_TO_REFUND" }
			: { ...head, outcome: "fail", reason: "REFUNDED_IN_FULL" },
	];
}

function screenEarlier({ otherClaims, isFreightPaid }: ClaimFacts, policy: JudgedPolicy): ScreenResult {
	const isFreight = policy.guarantee === "RETURN_FREIGHT";
	const inputs: ScreenInputs = isFreight ? { otherClaims, isFreightPaid } : { otherClaims };
	const head = { check: "NOT_CLAIMED", clause: "TRUST_TERMS", inputs } as const;
	if (otherClaims > 0) return { ...head, outcome: "fail", reason: "CLAIMED_ALREADY" };
	if (isFreight && isFreightPaid === null)
		return { ...head, outcome: "unknown", reason: "FREIGHT_HISTORY_UNKNOWN" };
	if (isFreight && isFreightPaid) return { ...head, outcome: "fail", reason: "FREIGHT_PAID_ALREADY" };
	return { ...head, outcome: "pass", reason: "FIRST_CLAIM" };
}

function screenGoods(facts: ClaimFacts, policy: JudgedPolicy): ScreenResult[] {
	const { goodsClass, isExclusionConfirmed } = facts;
	if (policy.guarantee === "SEVEN_DAY_RETURN")
		return [
			{
				...judgeExclusion(facts.reason, facts, policy.document),
				...{ check: "NOT_EXCLUDED", inputs: { goodsClass, isExclusionConfirmed } },
			},
		];
	if (policy.guarantee === "RETURN_FREIGHT") return [screenProof(facts)];
	return policy.guarantee === "TENFOLD_COMPENSATION" ? screenCounterfeit(facts) : [];
}

function screenProof({ hasCarrierProof, region, freightFen }: ClaimFacts): ScreenResult {
	const inputs = { hasCarrierProof, region, freightFen: freightFen === null ? null : String(freightFen) };
	const head = { check: "FREIGHT_PROVEN", clause: "TRUST_TERMS", inputs } as const;
	if (!hasCarrierProof) return { ...head, outcome: "unknown", reason: "PROOF_MISSING" };
	if (freightFen === null) return { ...head, outcome: "unknown", reason: "FREIGHT_UNKNOWN" };
	if (region === null) return { ...head, outcome: "unknown", reason: "REGION_UNKNOWN" };
	return { ...head, outcome: "pass", reason: "PROOF_SEEN" };
}

function screenCounterfeit({ isCounterfeitEstablished: known, isFood }: ClaimFacts): ScreenResult[] {
	const clause = isFood ? "FOOD_SAFETY_LAW_148" : "CONSUMER_LAW_55";
	const head = { check: "COUNTERFEIT_ESTABLISHED", clause, inputs: { established: known } } as const;
	const food = { check: "FOOD_KNOWN", clause, inputs: { isFood } } as const;
	return [
		known === null
			? { ...head, outcome: "unknown", reason: "ESTABLISHMENT_UNKNOWN" }
			: known
				? { ...head, outcome: "pass", reason: "ESTABLISHED" }
				: { ...head, outcome: "fail", reason: "NOT_ESTABLISHED" },
		isFood === null
			? { ...food, outcome: "unknown", reason: "FOOD_UNKNOWN" }
			: { ...food, outcome: "pass", reason: isFood ? "FOOD" : "NOT_FOOD" },
	];
}

/** The voluntary promise wants the history; what the law gives does not wait for it. */
function screenHabits(
	{ buyer }: ClaimFacts,
	{ guarantee }: JudgedPolicy,
	limits: AbuseLimits,
): ScreenResult[] {
	const head = { check: "NO_ABUSE_SIGNAL", clause: "TRUST_TERMS" } as const;
	if (!buyer)
		return guarantee === "REFUND_WITHOUT_RETURN"
			? [{ ...head, outcome: "unknown", reason: "HISTORY_UNKNOWN", inputs: {} }]
			: [];
	const { claims, orders, paidFen, refundedFen } = buyer;
	const inputs = { claims, orders, paidFen: String(paidFen), refundedFen: String(refundedFen), ...limits };
	const signals = abuseSignals(buyer, limits);
	if (signals.length === 0) return [{ ...head, outcome: "pass", reason: "NO_SIGNAL", inputs }];
	return signals.map((reason) => ({ ...head, outcome: "review", reason, inputs }));
}
