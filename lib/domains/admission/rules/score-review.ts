import { RUBRIC_MAX } from "@/lib/domains/admission/constants";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ForceScores } from "@/lib/domains/admission/types";
import { type ForceCode, forceCodes } from "@/lib/domains/forces/constants";
import { BPS } from "@/lib/platform/money/bps";

export type ReviewScore = {
	/** Basis points of 0–100, rounded down. */
	readonly compositeBps: number;
	readonly lowestForceBps: number;
	readonly forcesBps: Readonly<Record<ForceCode, number>>;
};

/** A reviewer's rubric (0–5 per force) as 0–100 per force and their weighted mean. Five points are 100. */
export function scoreReview(
	weightsBps: AdmissionPolicy["forceWeightsBps"],
	scores: ForceScores,
): ReviewScore {
	const entries = forceCodes.map((force) => [force, Math.floor((scores[force] * BPS) / RUBRIC_MAX)] as const);
	const forcesBps = Object.fromEntries(entries) as Record<ForceCode, number>;
	const weighted = forceCodes.reduce((sum, force) => sum + weightsBps[force] * scores[force], 0);
	return {
		compositeBps: Math.floor(weighted / RUBRIC_MAX),
		lowestForceBps: Math.min(...Object.values(forcesBps)),
		forcesBps,
	};
}
