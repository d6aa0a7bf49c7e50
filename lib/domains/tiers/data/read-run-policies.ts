import "server-only";
import type { z } from "zod";
import { type ForcePolicy, forcePolicySchema } from "@/lib/domains/forces/schema";
import { type TierPolicy, tierPolicySchema } from "@/lib/domains/tiers/schema";
import { AppError } from "@/lib/platform/errors/errors";
import { type PolicyInForce, readPolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
import type { Day } from "@/lib/platform/time";

export type RunPolicies = { tierPolicy: PolicyInForce<TierPolicy>; forcePolicy: PolicyInForce<ForcePolicy> };

/** The policies a run as of a day is made under. A day before the first version existed is judged by the first version. */
export async function readRunPolicies(asOf: Day): Promise<RunPolicies> {
	const [tierPolicy, forcePolicy] = await Promise.all([
		readInForceOrFirst("tiers", asOf, tierPolicySchema),
		readInForceOrFirst("forces", asOf, forcePolicySchema),
	]);
	return { tierPolicy, forcePolicy };
}

async function readInForceOrFirst<S extends z.ZodType>(
	kind: "tiers" | "forces",
	asOf: Day,
	schema: S,
): Promise<PolicyInForce<z.output<S>>> {
	try {
		return await readPolicyInForce(kind, asOf, schema);
	} catch (error) {
		if (error instanceof AppError && error.code === "POLICY_MISSING") {
			return readPolicyVersion(kind, 1, schema);
		}
		throw error;
	}
}
