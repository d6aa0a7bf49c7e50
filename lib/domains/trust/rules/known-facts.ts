import type { ClaimFactsInput } from "@/lib/domains/trust/schema/claims";
import type { KnownFacts } from "@/lib/domains/trust/types/claims";

/** What was sent or typed of a claim, as it is judged by: amounts in fen. */
export function knownFrom({ freight, outboundFreight, ...facts }: ClaimFactsInput): KnownFacts {
	return { ...facts, freightFen: freight, outboundFreightFen: outboundFreight ?? 0n };
}
