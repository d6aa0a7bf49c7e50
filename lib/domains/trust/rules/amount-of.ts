import { workFreight } from "@/lib/domains/trust/rules/work-freight";
import { workRefundOnly, workReturn } from "@/lib/domains/trust/rules/work-refunds";
import { workTenfold } from "@/lib/domains/trust/rules/work-tenfold";
import type { AmountOutcome, ClaimFacts } from "@/lib/domains/trust/types/claims";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";

/**
 * What a claim comes to, in fen, with its working line by line: the promise, the law's floor, which of them won. What is
 * known of the buyer's habits has no place in it; only the voluntary refund without return counts what the buyer had before.
 */
export function amountOf(facts: ClaimFacts, policy: JudgedPolicy): AmountOutcome {
	switch (policy.guarantee) {
		case "TENFOLD_COMPENSATION":
			return workTenfold(facts, policy.document, policy.version);
		case "RETURN_FREIGHT":
			return workFreight(facts, policy.document, policy.version);
		case "REFUND_WITHOUT_RETURN":
			return workRefundOnly(facts, policy.version);
		case "SEVEN_DAY_RETURN":
			return workReturn(facts, policy.version);
	}
}
