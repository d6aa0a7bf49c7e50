import "server-only";
import { type FundPolicy, fundPolicySchema } from "@/lib/domains/fund/schema";
import type { Tx } from "@/lib/platform/db/client";
import { readPolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
import type { Day } from "@/lib/platform/time";

type InForce = { version: number; document: FundPolicy };

/** The fund's policy on a day, or the version that a committee votes under. */
export function readFundPolicy(day: Day, version: number | null = null, tx?: Tx): Promise<InForce> {
	return version === null
		? readPolicyInForce("fund", day, fundPolicySchema, tx)
		: readPolicyVersion("fund", version, fundPolicySchema, tx);
}
