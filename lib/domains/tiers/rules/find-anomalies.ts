import { forceCodes } from "@/lib/domains/forces/constants";
import { type MetricUnit, metricUnits, type TierLevel } from "@/lib/domains/tiers/constants";
import {
	type ComparedMetric,
	FAR_TIERS,
	HIGH_TIER,
	JUMP_TIMES,
	NEAR_PARTS,
} from "@/lib/domains/tiers/constants/review";
import { holds, readMetric } from "@/lib/domains/tiers/rules/check-criteria";
import type { CriterionPolicy, TierRow, TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { PartnerFacts } from "@/lib/domains/tiers/types";
import type { Anomaly, FiguresThen, RaceLines, ReviewedVerdict } from "@/lib/domains/tiers/types/review";
import { ceilDiv, type Ratio } from "@/lib/platform/money/ratio";

const BPS = 10_000n;

/**
 * What somebody should look at before a run goes out, about one partner: a tier that moved far or began high, a metric
 * that is five times what it was or a fifth of it, months without metrics, and a line missed by a hair. Exact: the
 * values are compared as the integers and fractions the verdict was made from.
 */
export function findAnomalies(verdict: ReviewedVerdict, rules: TrackTierPolicy, lines: RaceLines): Anomaly[] {
	return [
		...findFarMove(verdict),
		...findFirstHigh(verdict),
		...(verdict.before ? findJumps(verdict.before, verdict.inputs) : []),
		...findMissingMonths(verdict),
		...findNearTier(verdict, rules),
		...findNearRanks(verdict, lines),
	];
}

function findFarMove({ tier, previousTier }: ReviewedVerdict): Anomaly[] {
	if (previousTier === null) return [];
	const steps = Math.abs(tier - previousTier);
	if (steps < FAR_TIERS) return [];
	const details = { kind: "MOVED_FAR", from: previousTier, to: tier } as const;
	return [{ kind: "MOVED_FAR", metric: "", weight: 1_000 + steps, details }];
}

function findFirstHigh({ tier, previousTier }: ReviewedVerdict): Anomaly[] {
	if (previousTier !== null || tier < HIGH_TIER) return [];
	return [{ kind: "FIRST_HIGH", metric: "", weight: 900 + tier, details: { kind: "FIRST_HIGH", tier } }];
}

const units = {
	gmv: "fen",
	composite: "score",
	traffic: "score",
	livestream: "score",
	incubation: "score",
	fulfilment: "score",
	supply: "score",
	dispute_rate: "bps",
	experts: "count",
} as const satisfies Record<ComparedMetric, MetricUnit>;

function figuresOf(figures: FiguresThen): [ComparedMetric, Ratio | null][] {
	const { experts, disputes, paidOrders } = figures;
	const whole = (value: number | string): Ratio => ({ num: BigInt(value), den: 1n });
	return [
		["gmv", whole(figures.gmvFen)],
		["composite", whole(figures.compositeBps)],
		...forceCodes.map((force): [ComparedMetric, Ratio] => [force, whole(figures.forcesBps[force])]),
		["dispute_rate", paidOrders > 0 ? { num: BigInt(disputes) * BPS, den: BigInt(paidOrders) } : null],
		["experts", whole(experts.senior + experts.intermediate + experts.junior)],
	];
}

/** From nothing there is no ratio: a metric that was 0, below 0 or without data is not compared. */
function findJumps(before: FiguresThen, after: FiguresThen): Anomaly[] {
	const now = new Map(figuresOf(after));
	return figuresOf(before).flatMap(([metric, was]) => {
		const is = now.get(metric);
		if (!was || !is || was.num <= 0n) return [];
		const [left, right] = [is.num * was.den, was.num * is.den];
		const kind =
			left >= JUMP_TIMES * right ? "METRIC_JUMPED" : JUMP_TIMES * left <= right ? "METRIC_FELL" : null;
		if (!kind) return [];
		const times = kind === "METRIC_JUMPED" ? left / right : left > 0n ? right / left : 99n;
		const weight = (kind === "METRIC_JUMPED" ? 600 : 500) + Number(times > 99n ? 99n : times);
		const details = { kind, metric, unit: units[metric], before: shown(was), after: shown(is) } as const;
		return [{ kind, metric, weight, details }];
	});
}

function findMissingMonths({ missingMonths }: ReviewedVerdict): Anomaly[] {
	if (!missingMonths || missingMonths.length === 0) return [];
	const details = { kind: "NO_METRICS", months: missingMonths } as const;
	return [{ kind: "NO_METRICS", metric: "", weight: 400 + missingMonths.length, details }];
}

/** Criteria of the tier above what the criteria gave, missed by no more than 1 in 100 of the threshold. */
function findNearTier(
	{ absoluteTier, inputs, partnerId }: ReviewedVerdict,
	rules: TrackTierPolicy,
): Anomaly[] {
	const facts = readFacts(inputs, partnerId);
	const above = rules.tiers.findLast((tier) => tier.level > absoluteTier);
	if (!above) return [];
	const missed = above.criteria.filter((criterion) => !passes(criterion, facts));
	return missed.flatMap((criterion) => nearMiss(above, criterion, facts, missed.length === 1));
}

function nearMiss(
	tier: TierRow,
	criterion: CriterionPolicy,
	facts: PartnerFacts,
	isOnly: boolean,
): Anomaly[] {
	const value = readMetric(criterion.metric, facts);
	if (!value || !isNear(value, BigInt(criterion.threshold))) return [];
	const details = {
		kind: "JUST_UNDER",
		tier: tier.level,
		line: criterion.metric,
		unit: metricUnits[criterion.metric],
		value: shown(value),
		threshold: criterion.threshold,
		isOnly,
	} as const;
	const weight = (isOnly ? 200 : 100) + tier.level;
	return [{ kind: "JUST_UNDER", metric: criterion.metric, weight, details }];
}

/** The next in line for a place of a full tier, and the first inside the danger zone. */
function findNearRanks({ rank }: ReviewedVerdict, lines: RaceLines): Anomaly[] {
	if (rank === null) return [];
	const near = lines.firstLeftOut
		.filter((line) => line.rank === rank)
		.map((line) => rankMiss(line.tier, rank, line.cutOffRank));
	return lines.firstOfBottom === rank ? [...near, rankMiss(null, rank, rank - 1)] : near;
}

function rankMiss(tier: TierLevel | null, rank: number, threshold: number): Anomaly {
	const line = tier === null ? "bottom" : "race";
	const details = {
		kind: "JUST_UNDER",
		tier,
		line,
		unit: "rank",
		value: String(rank),
		threshold: String(threshold),
		isOnly: true,
	} as const;
	return {
		kind: "JUST_UNDER",
		metric: tier === null ? "bottom" : `race.T${tier}`,
		weight: 210 + (tier ?? 0),
		details,
	};
}

function passes(criterion: CriterionPolicy, facts: PartnerFacts): boolean {
	const value = readMetric(criterion.metric, facts);
	return value !== null && holds(value, criterion.comparison, BigInt(criterion.threshold));
}

/** At most a hundredth of the threshold away from it, on either side. */
function isNear(value: Ratio, threshold: bigint): boolean {
	const line = threshold * value.den;
	const distance = value.num > line ? value.num - line : line - value.num;
	return distance * NEAR_PARTS <= line;
}

function shown(value: Ratio): string {
	return ceilDiv(value.num, value.den).toString();
}

function readFacts(
	{ gmvFen, gmvBeforeFen, ...rest }: ReviewedVerdict["inputs"],
	partnerId: string,
): PartnerFacts {
	return { partnerId, trackCode: "", gmvFen: BigInt(gmvFen), gmvBeforeFen: BigInt(gmvBeforeFen), ...rest };
}
