import { type ForceCode, forceCodes } from "@/lib/domains/forces/constants";
import {
	compositeWith,
	findIndicatorPaths,
	type IndicatorPath,
	relativeGapBps,
} from "@/lib/domains/forces/rules/raise-force";
import type { TierLevel, TierMetric } from "@/lib/domains/tiers/constants";
import { readMetric } from "@/lib/domains/tiers/rules/check-criteria";
import { findLeast, findRaceGap, type RaceGap } from "@/lib/domains/tiers/rules/race-gap";
import { factsOf, rejudge } from "@/lib/domains/tiers/rules/rejudge";
import type { CriterionPolicy } from "@/lib/domains/tiers/schema";
import type { Decision, DecisionReceipt, PartnerFacts } from "@/lib/domains/tiers/types";
import { BPS } from "@/lib/platform/money/bps";
import { ceilDiv, floorDiv } from "@/lib/platform/money/ratio";
import { addMonths, type Day } from "@/lib/platform/time";

type Cost = {
	/** The relative gap: |goal − value| ÷ the larger of both, in basis points. */
	readonly costBps: number;
};

/** One thing to change, with the value it has and the value it needs. Fen as text, so that a set is plain JSON. */
export type Improvement = Cost &
	(
		| { readonly kind: "gmv"; readonly fromFen: string; readonly toFen: string }
		| {
				readonly kind: "force";
				readonly force: ForceCode;
				readonly fromBps: number;
				readonly toBps: number;
				/** Indicators that do it alone, nearest first; empty where several have to move. */
				readonly paths: readonly IndicatorPath[];
		  }
		/** Only for a receipt without a scorecard: what the composite is made of is not known. */
		| { readonly kind: "composite"; readonly fromBps: number; readonly toBps: number }
		| {
				readonly kind: "experts";
				readonly level: "senior" | "intermediate" | "junior";
				/** More people at this level or above than now. */
				readonly add: number;
		  }
		| {
				readonly kind: "dispute_rate";
				/** Null: no paid orders, so no rate. */
				readonly fromBps: number | null;
				readonly toBps: number;
				/** The most disputes the paid orders of the window allow. */
				readonly maxDisputes: number;
				readonly paidOrders: number;
		  }
	);

export type ImprovementSet = Cost & {
	readonly improvements: readonly Improvement[];
	/** What the engine says when the set is applied, and the composite it comes to. */
	readonly decision: Decision;
	readonly compositeBps: number;
};

export type WayUp = {
	readonly target: TierLevel;
	/** Cheapest first; each minimal: without any one of its elements the tier is not reached. */
	readonly sets: readonly ImprovementSet[];
	readonly race: RaceGap | null;
	/** Why there is no set: a record that only time ends, or a race line that cannot be promised. */
	readonly obstacle: "RED_LINE" | "RACE_LINE_UNKNOWN" | "RACE_OUT_OF_REACH" | null;
	/** First day on which no record counts any more; null without such a record. */
	readonly recordsUntil: Day | null;
};

const SETS_SHOWN = 6;
const experts = {
	senior: "experts_senior",
	intermediate: "experts_intermediate",
	junior: "experts_any",
} as const;
const expertLevels = ["senior", "intermediate", "junior"] as const;

/**
 * The cheapest ways to the tier above, each verified by the engine through `rejudge` (which says what is held fixed);
 * null at the top. Ways differ in which forces carry the composite; GMV, certified heads and the dispute rate have one
 * goal each. Cost is the sum of the relative gaps; equal costs by number of elements, then by their names.
 */
export function findImprovements(receipt: DecisionReceipt): WayUp | null {
	const target = receipt.next?.tier;
	if (!target) return null;
	const race = findRaceGap(receipt, target);
	const recordsUntil = findRecordsEnd(receipt);
	const head = { target, race, recordsUntil };
	if (recordsUntil) return { ...head, sets: [], obstacle: "RED_LINE" };
	if (race?.isLineUnknown) return { ...head, sets: [], obstacle: "RACE_LINE_UNKNOWN" };
	if (race && race.compositeBps === null) return { ...head, sets: [], obstacle: "RACE_OUT_OF_REACH" };
	const fixed = [raiseGmv(receipt, target), ...addExperts(receipt, target), lowerDisputes(receipt, target)];
	const base = fixed.filter((one) => one !== null);
	const ways = raiseForces(receipt, target, race?.compositeBps ?? 0).map((forces) => [...base, ...forces]);
	const sets = ways.flatMap((way) => {
		const minimal = prune(receipt, target, way);
		return minimal ? [weigh(receipt, minimal)] : [];
	});
	return { ...head, sets: order(sets).slice(0, SETS_SHOWN), obstacle: null };
}

/** The facts with a set applied: what the engine is asked. */
export function applyImprovements(receipt: DecisionReceipt, set: readonly Improvement[]): PartnerFacts {
	const facts = factsOf(receipt);
	const heads = { ...facts.experts };
	const raised: Partial<Record<ForceCode, number>> = {};
	let { gmvFen, compositeBps, disputes, paidOrders } = facts;
	for (const one of set) {
		if (one.kind === "gmv") gmvFen = BigInt(one.toFen);
		else if (one.kind === "composite") compositeBps = one.toBps;
		else if (one.kind === "force") raised[one.force] = one.toBps;
		else if (one.kind === "experts") heads[one.level] += one.add;
		else {
			disputes = one.maxDisputes;
			paidOrders = one.paidOrders;
		}
	}
	const forcesBps = { ...facts.forcesBps, ...raised };
	if (receipt.scorecard && Object.keys(raised).length > 0)
		compositeBps = compositeWith(receipt.scorecard, raised);
	return { ...facts, gmvFen, compositeBps, forcesBps, disputes, paidOrders, experts: heads };
}

export function reaches(receipt: DecisionReceipt, target: TierLevel, set: readonly Improvement[]): boolean {
	return rejudge(receipt, applyImprovements(receipt, set)).decision.tier >= target;
}

function findRecordsEnd({ rules, inputs, asOf }: DecisionReceipt): Day | null {
	const ends = inputs.redLines
		.filter((record) => rules.redLines.recordKinds.includes(record.kind) && record.occurredOn <= asOf)
		.map((record) => addMonths(record.occurredOn, rules.redLines.recordMonths))
		.filter((end) => end > asOf)
		.sort();
	return ends.at(-1) ?? null;
}

function findCriterion(
	receipt: DecisionReceipt,
	target: TierLevel,
	metric: TierMetric,
): CriterionPolicy | null {
	const tier = receipt.rules.tiers.find((one) => one.level === target);
	return tier?.criteria.find((criterion) => criterion.metric === metric) ?? null;
}

/** The least whole value that passes; 0 where the tier does not ask. */
function lineOf(receipt: DecisionReceipt, target: TierLevel, metric: TierMetric): bigint {
	const criterion = findCriterion(receipt, target, metric);
	if (!criterion) return 0n;
	return BigInt(criterion.threshold) + (criterion.comparison === ">" ? 1n : 0n);
}

function raiseGmv(receipt: DecisionReceipt, target: TierLevel): Improvement | null {
	const { gmvFen } = factsOf(receipt);
	if (!findCriterion(receipt, target, "gmv")) return null;
	const goal = lineOf(receipt, target, "gmv");
	if (gmvFen >= goal) return null;
	const costBps = gapOf(gmvFen > 0n ? gmvFen : 0n, goal);
	return { kind: "gmv", fromFen: `${gmvFen}`, toFen: `${goal}`, costBps };
}

/** From the highest level down, because a senior counts as an intermediate too. */
function addExperts(receipt: DecisionReceipt, target: TierLevel): Improvement[] {
	const held = receipt.inputs.experts;
	let [counted, added] = [0, 0];
	return expertLevels.flatMap((level) => {
		counted += held[level];
		const goal = Number(lineOf(receipt, target, experts[level]));
		const add = Math.max(0, goal - counted - added);
		added += add;
		if (add === 0) return [];
		return [{ kind: "experts" as const, level, add, costBps: gapOf(BigInt(goal - add), BigInt(goal)) }];
	});
}

/** Under the tier's line, and under the red line where that is crossed. */
function lowerDisputes(receipt: DecisionReceipt, target: TierLevel): Improvement | null {
	const { rules, inputs, decision } = receipt;
	const criterion = findCriterion(receipt, target, "dispute_rate");
	const lines = criterion ? [Number(criterion.threshold)] : [];
	if (decision.redLines.some((line) => line.id === "DISPUTE_RATE"))
		lines.push(rules.redLines.disputeRateAboveBps);
	if (lines.length === 0) return null;
	const toBps = Math.min(...lines);
	const rate = readMetric("dispute_rate", factsOf(receipt));
	if (!rate)
		return { kind: "dispute_rate", fromBps: null, toBps, maxDisputes: 0, paidOrders: 1, costBps: BPS };
	const maxDisputes = Number(floorDiv(BigInt(toBps) * BigInt(inputs.paidOrders), BigInt(BPS)));
	if (inputs.disputes <= maxDisputes) return null;
	const fromBps = Number(ceilDiv(rate.num, rate.den));
	const costBps = gapOf(BigInt(maxDisputes), BigInt(inputs.disputes));
	return { kind: "dispute_rate", fromBps, toBps, maxDisputes, paidOrders: inputs.paidOrders, costBps };
}

type Scores = Record<ForceCode, number>;

/** Every way the forces can bring floor and composite: one force alone, or the weakest together up to one level. */
function raiseForces(receipt: DecisionReceipt, target: TierLevel, forRace: number): Improvement[][] {
	const { inputs, scorecard } = receipt;
	const floor = Number(lineOf(receipt, target, "force_floor"));
	const composite = Math.max(forRace, Number(lineOf(receipt, target, "composite")));
	const base = raiseAll(inputs.forcesBps, floor);
	if (!scorecard) return [[...describeForces(receipt, base), ...raiseComposite(receipt, composite)]];
	const isEnough = (scores: Scores) => compositeWith(scorecard, scores) >= composite;
	if (isEnough(base)) return [describeForces(receipt, base)];
	const alone = forceCodes.flatMap((force) => {
		const to = findLeast(base[force], BPS, (score) => isEnough({ ...base, [force]: score }));
		return to === null ? [] : [describeForces(receipt, { ...base, [force]: to })];
	});
	const level = findLeast(floor, BPS, (score) => isEnough(raiseAll(base, score)));
	return level === null ? alone : [...alone, describeForces(receipt, raiseAll(base, level))];
}

function raiseAll(scores: Readonly<Scores>, level: number): Scores {
	const raised = { ...scores };
	for (const force of forceCodes) raised[force] = Math.max(scores[force], level);
	return raised;
}

function describeForces({ inputs, scorecard }: DecisionReceipt, goals: Scores): Improvement[] {
	return forceCodes.flatMap((force) => {
		const [fromBps, toBps] = [inputs.forcesBps[force], goals[force]];
		if (toBps <= fromBps) return [];
		const score = scorecard?.forces.find((one) => one.force === force);
		const paths = score ? findIndicatorPaths(score, toBps) : [];
		return [{ kind: "force" as const, force, fromBps, toBps, paths, costBps: gapOf(fromBps, toBps) }];
	});
}

function raiseComposite({ inputs }: DecisionReceipt, toBps: number): Improvement[] {
	const fromBps = inputs.compositeBps;
	if (toBps <= fromBps) return [];
	return [{ kind: "composite", fromBps, toBps, costBps: gapOf(fromBps, toBps) }];
}

function gapOf(from: bigint | number, to: bigint | number): number {
	return relativeGapBps({ num: BigInt(from), den: 1n }, { num: BigInt(to), den: 1n });
}

/** Drops what is not needed, the costliest first; null where the whole set is not enough. */
function prune(
	receipt: DecisionReceipt,
	target: TierLevel,
	way: readonly Improvement[],
): Improvement[] | null {
	if (!reaches(receipt, target, way)) return null;
	let kept = [...way];
	for (const one of [...way].sort((a, b) => b.costBps - a.costBps)) {
		const without = kept.filter((other) => other !== one);
		if (reaches(receipt, target, without)) kept = without;
	}
	return kept;
}

function weigh(receipt: DecisionReceipt, improvements: readonly Improvement[]): ImprovementSet {
	const facts = applyImprovements(receipt, improvements);
	const { decision } = rejudge(receipt, facts);
	const costBps = improvements.reduce((sum, one) => sum + one.costBps, 0);
	return { improvements, decision, compositeBps: facts.compositeBps, costBps };
}

function order(sets: readonly ImprovementSet[]): ImprovementSet[] {
	const byName = new Map(sets.map((set) => [nameSet(set), set]));
	return [...byName.entries()]
		.sort(
			([nameA, a], [nameB, b]) =>
				a.costBps - b.costBps || a.improvements.length - b.improvements.length || (nameA < nameB ? -1 : 1),
		)
		.map(([, set]) => set);
}

function nameSet({ improvements }: ImprovementSet): string {
	return improvements.map((one) => JSON.stringify({ ...one, paths: undefined })).join();
}
