import { type TierLevel, type TierMetric, tierMetrics } from "@/lib/domains/tiers/constants";
import { resolveTrackPolicy } from "@/lib/domains/tiers/rules/resolve-track-policy";
import {
	type CriterionPolicy,
	type TierPolicy,
	type TierRow,
	type TrackTierPolicy,
	tierPolicySchema,
} from "@/lib/domains/tiers/schema";

/** An error keeps a policy from being published; a warning is for the lead to weigh. */
export type LintSeverity = "error" | "warning";

export type LintFinding =
	/** The document does not fit the schema; `path` as in "tiers[1].criteria[0].threshold". */
	| { code: "INVALID"; severity: "error"; path: string; problem: string }
	/** A metric nobody measures. */
	| { code: "METRIC_UNKNOWN"; severity: "error"; path: string; metric: string }
	/** Tier points for offering a guarantee: forbidden (domain.md §3.8), whatever the metric is called. */
	| { code: "GUARANTEE_REWARDED"; severity: "error"; path: string; metric: string }
	/**
	 * A tier asks less of a metric than the tier below. An error where both name the metric; a warning where the lower
	 * one does and the higher one asks for something else instead.
	 */
	| {
			code: "TIER_EASIER";
			severity: LintSeverity;
			track: string | null;
			tier: TierLevel;
			metric: TierMetric;
			asks: string | null;
			belowAsks: string;
	  }
	/** A tier above the lowest that everybody holds. */
	| { code: "TIER_OPEN"; severity: "error"; track: string | null; tier: TierLevel }
	/** More of a track may hold a tier than the tier below. */
	| {
			code: "SHARE_ABOVE_LOWER";
			severity: "error";
			track: string | null;
			tier: TierLevel;
			shareBps: number | null;
			belowShareBps: number;
	  }
	/** A share of nothing: the tier cannot be reached. */
	| { code: "SHARE_ZERO"; severity: "warning"; track: string | null; tier: TierLevel }
	/** A dispute rate above the red line: who fails it is at the lowest tier already. */
	| {
			code: "DISPUTES_ABOVE_RED_LINE";
			severity: "warning";
			track: string | null;
			tier: TierLevel;
			threshold: string;
			redLineBps: number;
	  };

/** What is wrong with a tier policy in the making, in the order of the document. `document` is whatever was typed. */
export function lintTierPolicy(document: unknown): LintFinding[] {
	const metrics = findMetrics(document);
	const parsed = tierPolicySchema.safeParse(document);
	if (!parsed.success) {
		const rest = parsed.error.issues
			.filter((issue) => issue.message !== "UNKNOWN_METRIC")
			.map((issue) => invalid(pathOf(issue.path), issue.message));
		return [...metrics, ...rest];
	}
	const policy = parsed.data;
	const tracks = Object.keys(policy.trackOverrides).sort();
	const common = lintTrack(resolveTrackPolicy(policy, ""), null);
	const seen = new Set(common.map((finding) => JSON.stringify({ ...finding, track: null })));
	const own = tracks.flatMap((track) =>
		lintTrack(resolveTrackPolicy(policy, track), track).filter(
			(finding) => !seen.has(JSON.stringify({ ...finding, track: null })),
		),
	);
	return [...common, ...own];
}

export function mayPublish(findings: readonly LintFinding[]): boolean {
	return findings.every((finding) => finding.severity !== "error");
}

function invalid(path: string, problem: string): LintFinding {
	return { code: "INVALID", severity: "error", path, problem };
}

function pathOf(path: readonly PropertyKey[]): string {
	return path
		.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
		.join("")
		.replace(/^\./, "");
}

/** Words by which a guarantee may be named in a metric: 退款不退货 and its sisters. */
const guaranteeWords = /refund|no.?return|guarantee|trust|freight|authentic|opt.?in|退款|退货|保障|信任/i;

function findMetrics(value: unknown, path: readonly PropertyKey[] = []): LintFinding[] {
	if (Array.isArray(value)) return value.flatMap((one, index) => findMetrics(one, [...path, index]));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const at = [...path, key];
		if (key !== "metric" || typeof inner !== "string") return findMetrics(inner, at);
		if ((tierMetrics as readonly string[]).includes(inner)) return [];
		const code = guaranteeWords.test(inner) ? "GUARANTEE_REWARDED" : "METRIC_UNKNOWN";
		return [{ code, severity: "error", path: pathOf(at), metric: inner }];
	});
}

function lintTrack(policy: TrackTierPolicy, track: string | null): LintFinding[] {
	return policy.tiers.flatMap((tier, index) => {
		const below = policy.tiers[index + 1];
		return [
			...lintTier(tier, policy.redLines, track),
			...(below ? [...findEasier(tier, below, track), ...lintShares(tier, below, track)] : []),
		];
	});
}

function lintTier(tier: TierRow, redLines: TierPolicy["redLines"], track: string | null): LintFinding[] {
	const findings: LintFinding[] = [];
	const isOpen = tier.level > 1 && tier.criteria.length === 0 && tier.raceShareBps === null;
	if (isOpen) findings.push({ code: "TIER_OPEN", severity: "error", track, tier: tier.level });
	if (tier.raceShareBps === 0)
		findings.push({ code: "SHARE_ZERO", severity: "warning", track, tier: tier.level });
	const disputes = tier.criteria.find((criterion) => criterion.metric === "dispute_rate");
	if (disputes && Number(disputes.threshold) > redLines.disputeRateAboveBps)
		findings.push({
			code: "DISPUTES_ABOVE_RED_LINE",
			severity: "warning",
			track,
			tier: tier.level,
			threshold: disputes.threshold,
			redLineBps: redLines.disputeRateAboveBps,
		});
	return findings;
}

function lintShares(tier: TierRow, below: TierRow, track: string | null): LintFinding[] {
	if (below.raceShareBps === null) return [];
	if (tier.raceShareBps !== null && tier.raceShareBps <= below.raceShareBps) return [];
	return [
		{
			code: "SHARE_ABOVE_LOWER",
			severity: "error",
			track,
			tier: tier.level,
			shareBps: tier.raceShareBps,
			belowShareBps: below.raceShareBps,
		},
	];
}

/**
 * Metrics that a metric's bound proves as well: a senior counts as an intermediate and as any, and where every force
 * reaches a score so does their weighted mean.
 */
const provenBy: Partial<Record<TierMetric, readonly TierMetric[]>> = {
	composite: ["force_floor"],
	experts_intermediate: ["experts_senior"],
	experts_any: ["experts_senior", "experts_intermediate"],
};

/** The least whole value that passes; of a rate, the greatest. */
function boundOf({ comparison, threshold }: CriterionPolicy): bigint {
	return BigInt(threshold) + (comparison === ">" ? 1n : 0n);
}

/** The strictest bound a tier puts on a metric, directly or through another one; null: none. */
function strictest(tier: TierRow, metric: TierMetric): bigint | null {
	const bounds = tier.criteria
		.filter((criterion) => criterion.metric === metric || provenBy[metric]?.includes(criterion.metric))
		.map(boundOf);
	const [first, ...rest] = bounds;
	if (first === undefined) return null;
	const isStricter = (a: bigint, b: bigint) => (metric === "dispute_rate" ? a < b : a > b);
	return rest.reduce((best, bound) => (isStricter(bound, best) ? bound : best), first);
}

function findEasier(tier: TierRow, below: TierRow, track: string | null): LintFinding[] {
	return below.criteria.flatMap((criterion): LintFinding[] => {
		const { metric } = criterion;
		const asks = strictest(tier, metric);
		const belowAsks = boundOf(criterion);
		const isEasier = asks === null || (metric === "dispute_rate" ? asks > belowAsks : asks < belowAsks);
		if (!isEasier) return [];
		const severity = tier.criteria.some((one) => one.metric === metric) ? "error" : "warning";
		return [
			{
				code: "TIER_EASIER",
				severity,
				track,
				tier: tier.level,
				metric,
				asks: asks?.toString() ?? null,
				belowAsks: belowAsks.toString(),
			},
		];
	});
}
