import "server-only";
import { readCompanyRecords } from "@/lib/domains/admission/data/company-records";
import { factsOf } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ApplicationRecord, ForceScores, StandardsVerdict } from "@/lib/domains/admission/types";
import type { Tx } from "@/lib/platform/db/client";
import { refuse } from "@/lib/platform/errors/errors";
import type { PolicyInForce } from "@/lib/platform/policies/read";
import { businessDayOf } from "@/lib/platform/time";

/** Holds an application against its standards on the day of the opinion, with the scores of whoever gives it. */
export async function judgeApplication(
	tx: Tx,
	application: ApplicationRecord,
	{ version: policyVersion, document: policy }: PolicyInForce<AdmissionPolicy>,
	scores: ForceScores | null,
	now: Date,
): Promise<{ verdict: StandardsVerdict; compositeBps: number | null }> {
	const records = await readCompanyRecords(application.uscc ?? "", tx);
	const asOf = businessDayOf(now);
	const results = checkStandards(policy, factsOf(application.form, records, scores), asOf);
	return {
		verdict: { asOf, policyVersion, results },
		compositeBps: scores && scoreReview(policy.forceWeightsBps, scores).compositeBps,
	};
}

/** Strict admission: nothing that failed can be approved. The rubric's lines are told apart from the machine's. */
export function objectionToApproval(verdict: StandardsVerdict) {
	const failed = verdict.results.filter((result) => result.status !== "passed");
	if (failed.length === 0) return null;
	const isScored = (kind: string) => kind === "force_composite" || kind === "force_floor";
	const hard = failed.filter((result) => !isScored(result.kind));
	return hard.length > 0
		? refuse("STANDARDS_NOT_MET", { params: { count: hard.length } })
		: refuse("SCORES_BELOW_LINE");
}
