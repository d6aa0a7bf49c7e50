import { RUBRIC_MAX } from "@/lib/domains/admission/constants";
import type { ForceScores } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { type Month, shiftMonth } from "@/lib/platform/time";
import { type Agreement, cohenKappa, type RatedPair, weightedKappa } from "./agreement-statistics";

const decisions = ["APPROVE", "REJECT", "REQUEST_CHANGES"] as const;

export type Opinion = {
	readonly reviewerId: string;
	readonly decision: (typeof decisions)[number];
	readonly scores: ForceScores | null;
};

/** Two people's opinions on one submission, given without knowing of each other. */
export type OpinionPair = { readonly month: Month; readonly first: Opinion; readonly second: Opinion };

export type AgreementRow = {
	/** Null: everybody together. */
	readonly reviewerId: string | null;
	readonly pairs: number;
	readonly decisions: Agreement;
	readonly scores: Agreement;
	/** How much higher than the other person they score, on average, in points of the rubric; null without scores. */
	readonly meanDifference: number | null;
};

function decisionPair({ first, second }: OpinionPair): RatedPair {
	return [decisions.indexOf(first.decision), decisions.indexOf(second.decision)];
}

function scorePairs({ first, second }: OpinionPair): RatedPair[] {
	const [a, b] = [first.scores, second.scores];
	return a && b ? forceCodes.map((force) => [a[force], b[force]] as const) : [];
}

/** The pair as one reviewer sees it: their own opinion first. */
function turnedTo(reviewerId: string, pair: OpinionPair): OpinionPair {
	return pair.first.reviewerId === reviewerId ? pair : { ...pair, first: pair.second, second: pair.first };
}

function rowOf(reviewerId: string | null, pairs: readonly OpinionPair[]): AgreementRow {
	const scored = pairs.flatMap(scorePairs);
	const difference = scored.reduce((sum, [own, other]) => sum + own - other, 0);
	return {
		reviewerId,
		pairs: pairs.length,
		decisions: cohenKappa(pairs.map(decisionPair), decisions.length),
		scores: weightedKappa(scored, RUBRIC_MAX + 1),
		meanDifference: reviewerId === null || scored.length === 0 ? null : difference / scored.length,
	};
}

function pairsOf(reviewerId: string, pairs: readonly OpinionPair[]): OpinionPair[] {
	return pairs
		.filter(({ first, second }) => first.reviewerId === reviewerId || second.reviewerId === reviewerId)
		.map((pair) => turnedTo(reviewerId, pair));
}

/** Everybody together, then each reviewer against all others, those with most pairs first. */
export function agreeByReviewer(pairs: readonly OpinionPair[]): AgreementRow[] {
	const ids = [...new Set(pairs.flatMap(({ first, second }) => [first.reviewerId, second.reviewerId]))];
	const rows = ids.map((id) => rowOf(id, pairsOf(id, pairs))).sort((a, b) => b.pairs - a.pairs);
	return [rowOf(null, pairs), ...rows];
}

export type AgreementMonth = {
	readonly month: Month;
	/** Of the three months that end with this one. */
	readonly byReviewer: Readonly<Record<string, Agreement>>;
};

/** Each reviewer's weighted κ against the others over the three months up to each month: drift shows as a falling line. */
export function agreeByMonth(
	pairs: readonly OpinionPair[],
	months: readonly Month[],
	reviewerIds: readonly string[],
): AgreementMonth[] {
	return months.map((month) => {
		const from = shiftMonth(month, -2);
		const window = pairs.filter((pair) => pair.month >= from && pair.month <= month);
		return {
			month,
			byReviewer: Object.fromEntries(
				reviewerIds.map((id) => [id, weightedKappa(pairsOf(id, window).flatMap(scorePairs), RUBRIC_MAX + 1)]),
			),
		};
	});
}
