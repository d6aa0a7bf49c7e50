import { hashCanonical } from "@/lib/domains/decisions/rules/hash";
import type { AppealDifference } from "@/lib/domains/tiers/types/appeals";

/**
 * The fingerprint of a difference and of the run it is made to: what was shown and what is committed are the same when
 * these are. 64 lower-case hex digits.
 */
export function digestOf(runId: string, difference: AppealDifference): string {
	return hashCanonical({ runId, difference });
}
