import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ReviewStage } from "@/lib/domains/admission/types";

/** An opinion decides; a request for changes is none. */
export type OpinionDecision = "APPROVE" | "REJECT";

/** What an opinion leads to: the decision, a second reviewer, or a lead. */
export type Course = "DECIDED" | "TO_SECOND" | "TO_LEAD";

/** Whether every application for one of these tracks is seen by two. */
export function isFourEyesTrack(policy: AdmissionPolicy, tracks: readonly string[]): boolean {
	return tracks.some((track) => policy.fourEyes.tracks.includes(track));
}

/** Whether a composite lies so close to a line asked of these tracks that two should see it; the margin's ends count. */
export function isNearLine(
	policy: AdmissionPolicy,
	tracks: readonly string[],
	compositeBps: number,
): boolean {
	return policy.standards.some(
		(standard) =>
			standard.kind === "force_composite" &&
			(standard.tracks === null || standard.tracks.some((track) => tracks.includes(track))) &&
			Math.abs(compositeBps - standard.minBps) <= policy.fourEyes.marginBps,
	);
}

export type OpinionGiven = {
	readonly stage: ReviewStage;
	readonly decision: OpinionDecision;
	/** Null where a rejection stands on other grounds than the forces. */
	readonly compositeBps: number | null;
	/** The first reviewer's, where this is the second's. */
	readonly firstDecision: OpinionDecision | null;
};

/**
 * Where an opinion leads (issue 3, four eyes), under the policy version the application was submitted under. Two who
 * agree decide; where they differ, a lead who gave neither opinion does, alone. Every approval, of whichever stage, has
 * to hold the lines by its author's own scores: nobody approves on a colleague's.
 */
export function courseOf(policy: AdmissionPolicy, tracks: readonly string[], opinion: OpinionGiven): Course {
	const { stage, decision, compositeBps, firstDecision } = opinion;
	if (stage === "LEAD") return "DECIDED";
	if (stage === "SECOND") return decision === firstDecision ? "DECIDED" : "TO_LEAD";
	const isClose = compositeBps !== null && isNearLine(policy, tracks, compositeBps);
	return isFourEyesTrack(policy, tracks) || isClose ? "TO_SECOND" : "DECIDED";
}

/** Whether an opinion at this stage needs all five scores: where two are compared, both have to be there. */
export function asksForScores(
	policy: AdmissionPolicy,
	tracks: readonly string[],
	stage: ReviewStage,
): boolean {
	return stage === "SECOND" || (stage === "FIRST" && isFourEyesTrack(policy, tracks));
}
