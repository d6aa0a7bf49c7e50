import "server-only";
import type { PoolClient } from "pg";
import { policyOn } from "@/lib/domains/playbook/rules/steps/policy-on";
import { stepPolicySchema } from "@/lib/domains/playbook/schema/step-policy";
import type { DatedStepPolicy, StepPolicyDocument } from "@/lib/domains/playbook/types/step-policy";
import type { StepPolicy } from "@/lib/domains/playbook/types/steps";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

/**
 * Every version of the policy, in one question: whoever judges many days or brands takes each day's own from it.
 * @throws AppError POLICY_UNREADABLE when a document does not fit the schema
 */
export async function listStepPolicies(
	client: Pick<PoolClient, "query"> = pool(),
): Promise<DatedStepPolicy[]> {
	const { rows } = await client.query<{ version: number; document: unknown; effectiveFrom: Day }>(
		`SELECT version, document, effective_from::text AS "effectiveFrom" FROM policies WHERE kind = 'steps' ORDER BY version`,
	);
	return rows.map(({ version, document, effectiveFrom }) => {
		const parsed = stepPolicySchema.safeParse(document);
		if (!parsed.success) throw new AppError("POLICY_UNREADABLE", { cause: parsed.error });
		return { effectiveFrom, policy: toStepPolicy(version, parsed.data) };
	});
}

export function toStepPolicy(version: number, document: StepPolicyDocument): StepPolicy {
	const { schemaVersion: _schemaVersion, ...figures } = document;
	return { version, ...figures };
}

/** The version in force on a business day. */
export async function readStepPolicy(day: Day): Promise<StepPolicy> {
	return policyOn(await listStepPolicies(), day);
}
