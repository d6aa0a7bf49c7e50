import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import { checkUscc } from "@/lib/domains/admission/rules/uscc";
import type { AdmissionPolicy, StandardPolicy } from "@/lib/domains/admission/schema/policy";
import type { ApplicationFacts, StandardReason, StandardResult } from "@/lib/domains/admission/types";
import { addMonths, type Day } from "@/lib/platform/time";

type Outcome = Omit<StandardResult, "standardId" | "kind">;
type Of<Kind extends StandardPolicy["kind"]> = Extract<StandardPolicy, { kind: Kind }>;
type Context = { readonly policy: AdmissionPolicy; readonly facts: ApplicationFacts; readonly asOf: Day };

/**
 * Holds an application against the standards of a policy version, in the policy's order (domain.md §3.1). Standards of
 * tracks the company does not apply for are left out. Those a reviewer's scores decide are `manual` until scored.
 */
export function checkStandards(
	policy: AdmissionPolicy,
	facts: ApplicationFacts,
	asOf: Day,
): StandardResult[] {
	const context = { policy, facts, asOf };
	return policy.standards
		.filter(({ tracks }) => tracks === null || tracks.some((track) => facts.tracks.includes(track)))
		.map((standard) => ({
			standardId: standard.id,
			kind: standard.kind,
			...checkStandard(standard, context),
		}));
}

/** Whether nothing a machine can decide speaks against the application. */
export function passesHardStandards(results: readonly StandardResult[]): boolean {
	return results.every((result) => result.status !== "failed");
}

function checkStandard(standard: StandardPolicy, context: Context): Outcome {
	const { facts } = context;
	switch (standard.kind) {
		case "uscc_valid":
			return checkCode(facts.uscc);
		case "not_admitted":
			return facts.isUsccAdmitted ? fail("ALREADY_ADMITTED") : pass();
		case "company_age":
			return checkAge(standard, context);
		case "registered_capital":
			return atLeast(facts.registeredCapitalFen, BigInt(standard.minFen), "fen");
		case "staff_count":
			return atLeast(facts.staffCount, BigInt(standard.min), "count");
		case "no_red_line":
			return checkRecords(standard, context);
		case "track_fact":
			return atLeast(facts.trackFacts[standard.fact], BigInt(standard.min), "count");
		case "force_composite":
		case "force_floor":
			return checkScores(standard, context);
	}
}

function checkCode(uscc: string): Outcome {
	const checked = checkUscc(uscc);
	if (checked.ok) return pass();
	return checked.uscc === "" ? fail("MISSING") : fail(`USCC_${checked.code}`);
}

/** A company is 12 months old on the same day of the month a year later, or on that month's last day. */
function checkAge(standard: Of<"company_age">, { facts, asOf }: Context): Outcome {
	const threshold = String(standard.minMonths);
	if (facts.foundedOn === null) return { ...fail("MISSING"), unit: "months", threshold };
	const isOldEnough = addMonths(facts.foundedOn, standard.minMonths) <= asOf;
	const value = String(wholeMonthsBetween(facts.foundedOn, asOf));
	return { ...(isOldEnough ? pass() : fail("TOO_YOUNG")), unit: "months", value, threshold };
}

function checkRecords(standard: Of<"no_red_line">, { facts, asOf }: Context): Outcome {
	const counting = facts.redLines.filter(
		(record) =>
			standard.recordKinds.includes(record.kind) &&
			record.occurredOn <= asOf &&
			asOf < addMonths(record.occurredOn, standard.months),
	).length;
	const outcome = counting > 0 ? fail("RED_LINE_RECORD") : pass();
	return { ...outcome, unit: "count", value: String(counting), threshold: "0" };
}

function checkScores(standard: Of<"force_composite" | "force_floor">, { policy, facts }: Context): Outcome {
	const threshold = BigInt(standard.minBps);
	if (!facts.scores) {
		return {
			status: "manual",
			reason: "AWAITS_REVIEW",
			unit: "score",
			value: null,
			threshold: `${threshold}`,
		};
	}
	const score = scoreReview(policy.forceWeightsBps, facts.scores);
	return atLeast(
		standard.kind === "force_composite" ? score.compositeBps : score.lowestForceBps,
		threshold,
		"score",
	);
}

function atLeast(value: number | bigint | null, threshold: bigint, unit: StandardResult["unit"]): Outcome {
	const numbers = { unit, value: value === null ? null : String(value), threshold: String(threshold) };
	if (value === null) return { ...fail("MISSING"), ...numbers };
	return { ...(BigInt(value) >= threshold ? pass() : fail("BELOW_MINIMUM")), ...numbers };
}

function wholeMonthsBetween(from: Day, to: Day): number {
	if (to < from) return 0;
	const months = monthNumber(to) - monthNumber(from);
	return addMonths(from, months) <= to ? months : months - 1;
}

function monthNumber(day: Day): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function pass(): Outcome {
	return { status: "passed", reason: "MET", unit: null, value: null, threshold: null };
}

function fail(reason: StandardReason): Outcome {
	return { status: "failed", reason, unit: null, value: null, threshold: null };
}
