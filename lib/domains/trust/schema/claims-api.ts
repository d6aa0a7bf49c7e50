import { z } from "zod";
import { paymentStates } from "@/lib/domains/trust/constants/decisions";
import { claimOutcomes, claimStates, guarantees } from "@/lib/domains/trust/constants/guarantees";
import { appealClaimSchema, claimFactsSchema, openClaimSchema } from "@/lib/domains/trust/schema/claims";

const claim = openClaimSchema.shape;
const fact = claimFactsSchema.shape;

const facts = z.strictObject({
	signedOn: fact.signedOn.describe("The day the goods were signed for."),
	goodsClass: fact.goodsClass.describe("The class of the goods under the seven-day return."),
	isFood: fact.isFood.describe("Whether the goods are food."),
	isExclusionConfirmed: fact.isExclusionConfirmed.describe(
		"Whether the buyer confirmed for this very order that the goods cannot come back.",
	),
	outboundFreight: fact.outboundFreight.describe("What the buyer paid for the way to them, CNY."),
	freight: fact.freight.describe("What the carrier took for the return, CNY."),
	hasCarrierProof: fact.hasCarrierProof.describe("Whether the carrier's proof is there."),
	region: fact.region.describe("The buyer's province, GB/T 2260, two digits."),
	isCounterfeitEstablished: fact.isCounterfeitEstablished.describe(
		"Whether the goods were established as counterfeit.",
	),
});

/** A claim as an order system sends it; the source is the key's own. */
export const claimRequest = z.strictObject({
	key: claim.key.describe("The sender's own mark of the claim: sent again, it is the same claim."),
	eventId: claim.eventId.describe("The event of the order, as the feed told it."),
	lineNo: claim.lineNo.describe("The line of the order."),
	guarantee: claim.guarantee.describe("The guarantee the buyer claims under."),
	reason: claim.reason.describe("Why the buyer claims."),
	statement: claim.statement.describe("What the buyer says."),
	noticeSentAt: claim.noticeSentAt.describe("When the buyer sent the notice; now where it is left out."),
	facts: facts
		.default(facts.parse({}))
		.describe("What is known beyond the order; what is left out counts for nobody and against nobody."),
});
export const claimAppealRequest = z.strictObject({
	statement: appealClaimSchema.shape.statement.describe("Why the refusal is wrong."),
});

const workingLine = z.strictObject({
	label: z.string().describe("What the line is, by its code."),
	amount: z.string().describe("CNY, exact."),
});

/** What an order system is told of a claim. */
export const claimAnswer = z.strictObject({
	number: z.string().describe("The claim's number, such as TC-2026-000001."),
	key: z.string().describe("The sender's own mark of the claim."),
	guarantee: z.enum(guarantees).describe("The guarantee it is under."),
	state: z.enum(claimStates).describe("Where it stands."),
	outcome: z.enum(claimOutcomes).nullable().describe("Null until it is decided."),
	amount: z.string().nullable().describe("What is owed to the buyer, CNY; null unless granted."),
	payment: z.enum(paymentStates).describe("QUEUED: granted, and waits for the deposit."),
	reasons: z.array(z.string()).describe("Reason codes of the decision."),
	note: z.string().nullable().describe("What the buyer is told."),
	policyVersion: z.int().describe("The version of the terms in force when the order was paid."),
	screening: z
		.array(
			z.strictObject({
				check: z.string().describe("What was asked."),
				outcome: z.string().describe("pass, fail, unknown or review."),
				reason: z.string().describe("Why, by its code."),
				clause: z.string().describe("The clause it rests on."),
			}),
		)
		.describe("What the screening asked and found, each with its clause."),
	working: z.array(workingLine).describe("How the amount comes about; empty unless granted."),
	dueOn: z.string().nullable().describe("The working day on which the next step is due."),
	appealableUntil: z.string().nullable().describe("The last day of an appeal."),
});
export type ClaimAnswer = z.output<typeof claimAnswer>;
