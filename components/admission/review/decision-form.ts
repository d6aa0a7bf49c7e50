import { z } from "zod";
import { type RubricScore, rubricScores } from "@/components/admission/score-scale";
import { applicationSections, rejectionReasons } from "@/lib/domains/admission/constants";
import { scoreLines } from "@/lib/domains/admission/rules/score-lines";
import { type ReviewScore, scoreReview } from "@/lib/domains/admission/rules/score-review";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { type ReviewDecision, reviewDecisionSchema } from "@/lib/domains/admission/schema/review";
import type { ForceScores, RejectionReason, StandardResult } from "@/lib/domains/admission/types";
import { type ForceCode, forceCodes } from "@/lib/domains/forces/constants";

export const decisions = ["APPROVE", "REQUEST_CHANGES", "REJECT"] as const;
export type Decision = (typeof decisions)[number];

export type DecisionState = {
	scores: Readonly<Partial<Record<ForceCode, RubricScore>>>;
	decision: Decision | null;
	/** What to mend by its path in the form (`people.staffCount`, or a whole section), with the words for each. */
	requests: Readonly<Record<string, string>>;
	reasons: readonly RejectionReason[];
	comment: string;
};

export const emptyDecision: DecisionState = {
	scores: {},
	decision: null,
	requests: {},
	reasons: [],
	comment: "",
};

const keptSchema = z.object({
	scores: z.partialRecord(z.enum(forceCodes), z.literal(rubricScores)),
	decision: z.enum(decisions).nullable(),
	requests: z.record(z.string(), z.string()),
	reasons: z.array(z.enum(rejectionReasons)),
	comment: z.string(),
});

/** What the browser kept of a decision not yet submitted; null for anything else. */
export function readKept(text: string | null): DecisionState | null {
	if (!text) return null;
	try {
		return keptSchema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}

export function isUntouched(state: DecisionState): boolean {
	return JSON.stringify(state) === JSON.stringify(emptyDecision);
}

export function wholeScores(state: DecisionState): ForceScores | null {
	const isWhole = forceCodes.every((force) => state.scores[force] !== undefined);
	return isWhole ? (state.scores as ForceScores) : null;
}

export function scoreOf(state: DecisionState, policy: AdmissionPolicy): ReviewScore | null {
	const scores = wholeScores(state);
	return scores && scoreReview(policy.forceWeightsBps, scores);
}

export type Obstacle = { kind: "scores" } | { kind: "line" } | { kind: "standards"; count: number };

/** What stands in the way of an approval, in the order it should be told. */
export function obstaclesOf(
	state: DecisionState,
	policy: AdmissionPolicy,
	checks: readonly StandardResult[],
): Obstacle[] {
	const obstacles: Obstacle[] = [];
	const failed = checks.filter((result) => result.status === "failed").length;
	if (failed > 0) obstacles.push({ kind: "standards", count: failed });
	const score = scoreOf(state, policy);
	const lines = scoreLines(policy);
	if (!score) obstacles.push({ kind: "scores" });
	else if (score.compositeBps < lines.compositeBps || score.lowestForceBps < lines.floorBps) {
		obstacles.push({ kind: "line" });
	}
	return obstacles;
}

export type ReadDecision =
	| { ok: true; review: ReviewDecision }
	| { ok: false; errors: Record<string, string> };

/** What is sent for the decision as it stands, or what it lacks: field path → code. */
export function readDecision(state: DecisionState): ReadDecision {
	const parsed = reviewDecisionSchema.safeParse(toInput(state));
	if (parsed.success) return { ok: true, review: parsed.data };
	const errors: Record<string, string> = {};
	for (const issue of parsed.error.issues) {
		const [head, index] = issue.path;
		const path = head === "requests" && typeof index === "number" ? Object.keys(state.requests)[index] : null;
		errors[path ? `requests.${path}` : String(head)] ??= issue.message;
	}
	return { ok: false, errors };
}

function toInput(state: DecisionState): unknown {
	const { decision, comment } = state;
	const scores = wholeScores(state);
	switch (decision) {
		case "APPROVE":
			return { decision, scores, comment };
		case "REJECT":
			return { decision, scores, reasonCodes: state.reasons, comment };
		case "REQUEST_CHANGES":
			return { decision, requests: Object.entries(state.requests).map(toRequest), comment };
		default:
			return { decision };
	}
}

/** A path of one part is a whole section. */
function toRequest([path, words]: [string, string]) {
	const section = applicationSections.find((name) => name === path.split(".")[0]);
	return { section, fields: path === section ? [] : [path], comment: words };
}
