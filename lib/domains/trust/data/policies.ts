import "server-only";
import { policyKindOf } from "@/lib/domains/trust/constants/policies";
import { trustPolicySchemas } from "@/lib/domains/trust/schema/policies";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { TrustDocuments } from "@/lib/domains/trust/types/policy";
import { db, type Tx } from "@/lib/platform/db/client";
import { type PolicyInForce, readPolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
import type { Day } from "@/lib/platform/time";

export type GuaranteePolicy<G extends Guarantee> = PolicyInForce<TrustDocuments[(typeof policyKindOf)[G]]>;

/**
 * A guarantee's policy in force on a business day; a claim is judged by the one of the day its order was paid.
 * @throws AppError as `readPolicyInForce`
 */
export function readGuaranteePolicy<G extends Guarantee>(
	guarantee: G,
	day: Day,
	client: Tx = db(),
): Promise<GuaranteePolicy<G>> {
	const kind = policyKindOf[guarantee];
	return readPolicyInForce(kind, day, trustPolicySchemas[kind], client) as Promise<GuaranteePolicy<G>>;
}

/** The version a claim was judged by. @throws AppError as `readPolicyInForce` */
export function readGuaranteePolicyVersion<G extends Guarantee>(
	guarantee: G,
	version: number,
	client: Tx = db(),
): Promise<GuaranteePolicy<G>> {
	const kind = policyKindOf[guarantee];
	return readPolicyVersion(kind, version, trustPolicySchemas[kind], client) as Promise<GuaranteePolicy<G>>;
}
