import { compareText } from "@/lib/domains/decisions/rules/canonical-json";
import { type TierLevel, type TierMetric, tierLevels, tierMetrics } from "@/lib/domains/tiers/constants";
import { resolveTrackPolicy } from "@/lib/domains/tiers/rules/resolve-track-policy";
import type { CriterionPolicy, TierPolicy, TierRow, TrackTierPolicy } from "@/lib/domains/tiers/schema";

/** Whether a change asks more of partners or less; `other` where it does neither by itself. */
export type PolicyDirection = "stricter" | "easier" | "other";

type Line = Pick<CriterionPolicy, "comparison" | "threshold">;

/** The figures that stand alone, in the order of the form. */
export const policyFigures = [
	"gmvMonths",
	"qualityMonths",
	"minClosedDays",
	"redLines.recordMonths",
	"redLines.disputeRateAboveBps",
	"race.minTrackSize",
	"race.weightsBps.composite",
	"race.weightsBps.gmv",
	"race.weightsBps.growth",
	"movement.maxTiersDown",
	"movement.protectionDays",
	"movement.bottomShareBps",
	"movement.bottomRunsToProbation",
] as const;
export type PolicyFigure = (typeof policyFigures)[number];

export type TierPolicyChange = {
	readonly direction: PolicyDirection;
	/** Null: common to all tracks that have no lines of their own. */
	readonly track: string | null;
} & (
	| {
			readonly type: "criterion";
			readonly tier: TierLevel;
			readonly metric: TierMetric;
			/** Null: the tier did not, or does not any more, ask for it. */
			readonly before: Line | null;
			readonly after: Line | null;
	  }
	| {
			readonly type: "share";
			readonly tier: TierLevel;
			readonly before: number | null;
			readonly after: number | null;
	  }
	| {
			readonly type: "figure";
			readonly figure: PolicyFigure;
			readonly before: number;
			readonly after: number;
	  }
	| { readonly type: "measure"; readonly before: string; readonly after: string }
	| { readonly type: "recordKinds"; readonly before: readonly string[]; readonly after: readonly string[] }
	| { readonly type: "name"; readonly tier: TierLevel; readonly before: string; readonly after: string }
);

/**
 * Everything that differs between two tier policies, first what is common, then what a track has of its own and what is
 * not told by the common changes already.
 */
export function compareTierPolicies(before: TierPolicy, after: TierPolicy): TierPolicyChange[] {
	const common = compareTrack(resolveTrackPolicy(before, ""), resolveTrackPolicy(after, ""), null);
	const told = new Set(common.map((change) => JSON.stringify(change)));
	const codes = [...new Set([...Object.keys(before.trackOverrides), ...Object.keys(after.trackOverrides)])];
	const own = codes.sort(compareText).flatMap((track) => {
		const changes = compareTrack(resolveTrackPolicy(before, track), resolveTrackPolicy(after, track), track);
		return changes.filter((change) => !told.has(JSON.stringify({ ...change, track: null })));
	});
	return [...common, ...own];
}

function compareTrack(
	before: TrackTierPolicy,
	after: TrackTierPolicy,
	track: string | null,
): TierPolicyChange[] {
	const tiers = [...tierLevels].reverse().flatMap((level) => {
		const [a, b] = [tierOf(before, level), tierOf(after, level)];
		return [...compareNames(a, b, track), ...compareCriteria(a, b, track), ...compareShares(a, b, track)];
	});
	return [
		...tiers,
		...(before.gmvMeasure === after.gmvMeasure
			? []
			: [
					{
						type: "measure" as const,
						direction: "other" as const,
						track,
						before: before.gmvMeasure,
						after: after.gmvMeasure,
					},
				]),
		...compareRecordKinds(before, after, track),
		...policyFigures.flatMap((figure) => compareFigure(figure, before, after, track)),
	];
}

function tierOf(policy: TrackTierPolicy, level: TierLevel): TierRow {
	const tier = policy.tiers.find((row) => row.level === level);
	if (!tier) throw new Error("TIERS_INCOMPLETE");
	return tier;
}

function compareNames(before: TierRow, after: TierRow, track: string | null): TierPolicyChange[] {
	const words = ({ name }: TierRow) => `${name["zh-CN"]} · ${name.en}`;
	if (words(before) === words(after)) return [];
	return [
		{
			type: "name",
			direction: "other",
			track,
			tier: after.level,
			before: words(before),
			after: words(after),
		},
	];
}

function compareCriteria(before: TierRow, after: TierRow, track: string | null): TierPolicyChange[] {
	return tierMetrics.flatMap((metric): TierPolicyChange[] => {
		const [a, b] = [lineOf(before, metric), lineOf(after, metric)];
		if (a?.threshold === b?.threshold && a?.comparison === b?.comparison) return [];
		const direction = directionOfLines(metric, a, b);
		return [{ type: "criterion", direction, track, tier: after.level, metric, before: a, after: b }];
	});
}

function lineOf(tier: TierRow, metric: TierMetric): Line | null {
	const found = tier.criteria.find((criterion) => criterion.metric === metric);
	return found ? { comparison: found.comparison, threshold: found.threshold } : null;
}

function directionOfLines(metric: TierMetric, before: Line | null, after: Line | null): PolicyDirection {
	if (!before) return "stricter";
	if (!after) return "easier";
	const least = (line: Line) => BigInt(line.threshold) + (line.comparison === ">" ? 1n : 0n);
	const [a, b] = [least(before), least(after)];
	if (a === b) return "other";
	return b > a === (metric !== "dispute_rate") ? "stricter" : "easier";
}

/** No share means no limit: to set one is stricter, and the smaller it is the more so. */
function compareShares(before: TierRow, after: TierRow, track: string | null): TierPolicyChange[] {
	const [a, b] = [before.raceShareBps, after.raceShareBps];
	if (a === b) return [];
	const isStricter = b !== null && (a === null || b < a);
	const direction = isStricter ? "stricter" : "easier";
	return [{ type: "share", direction, track, tier: after.level, before: a, after: b }];
}

function compareRecordKinds(
	before: TrackTierPolicy,
	after: TrackTierPolicy,
	track: string | null,
): TierPolicyChange[] {
	const [a, b] = [[...before.redLines.recordKinds].sort(), [...after.redLines.recordKinds].sort()];
	if (a.join() === b.join()) return [];
	const isWider = a.every((kind) => b.includes(kind));
	const isNarrower = b.every((kind) => a.includes(kind));
	const direction = isWider ? "stricter" : isNarrower ? "easier" : "other";
	return [{ type: "recordKinds", direction, track, before: a, after: b }];
}

/** Of these figures more is stricter, or easier; the others shift what is looked at. */
const figureDirections: Partial<Record<PolicyFigure, "stricter" | "easier">> = {
	"redLines.recordMonths": "stricter",
	"redLines.disputeRateAboveBps": "easier",
	"movement.maxTiersDown": "stricter",
	"movement.protectionDays": "easier",
	"movement.bottomShareBps": "stricter",
	"movement.bottomRunsToProbation": "easier",
};

function compareFigure(
	figure: PolicyFigure,
	before: TrackTierPolicy,
	after: TrackTierPolicy,
	track: string | null,
): TierPolicyChange[] {
	const [a, b] = [readFigure(before, figure), readFigure(after, figure)];
	if (a === b) return [];
	const more = figureDirections[figure];
	const opposite = more === "stricter" ? "easier" : "stricter";
	const direction = more === undefined ? "other" : b > a ? more : opposite;
	return [{ type: "figure", direction, track, figure, before: a, after: b }];
}

export function readFigure(policy: TrackTierPolicy, figure: PolicyFigure): number {
	const { redLines, race, movement } = policy;
	switch (figure) {
		case "redLines.recordMonths":
			return redLines.recordMonths;
		case "redLines.disputeRateAboveBps":
			return redLines.disputeRateAboveBps;
		case "race.minTrackSize":
			return race.minTrackSize;
		case "race.weightsBps.composite":
			return race.weightsBps.composite;
		case "race.weightsBps.gmv":
			return race.weightsBps.gmv;
		case "race.weightsBps.growth":
			return race.weightsBps.growth;
		case "movement.maxTiersDown":
			return movement.maxTiersDown;
		case "movement.protectionDays":
			return movement.protectionDays;
		case "movement.bottomShareBps":
			return movement.bottomShareBps;
		case "movement.bottomRunsToProbation":
			return movement.bottomRunsToProbation;
		default:
			return policy[figure];
	}
}
