import {
	indicators,
	journeyPhases,
	journeyStages,
	leastPeers,
	trendPoints,
} from "@/lib/domains/trust/constants/scorecard";
import type {
	Count,
	Indicator,
	IndicatorCode,
	IndicatorReading,
	JourneyPhase,
	JourneyStage,
	Scorecard,
	WeekCounts,
} from "@/lib/domains/trust/types/scorecard";
import { median } from "@/lib/platform/statistics/quantile";

const scales = { per10k: 10_000, share: 10_000, hours: 1 } as const;

/** An indicator in its unit; null where nothing or too little was counted. */
export function readValue({ unit, least }: Indicator, count: Count | undefined): number | null {
	return count && count.over >= least ? (count.events / count.over) * scales[unit] : null;
}

/** 100 at or below `good`, 0 at or above `bad`, in proportion between them. */
export function scoreOf({ good, bad }: Indicator, value: number): number {
	return 100 * Math.min(1, Math.max(0, (bad - value) / (bad - good)));
}

export function phaseOf(stage: JourneyStage): JourneyPhase {
	const found = (["PRE", "MID", "AFTER"] as const).find((phase) =>
		(journeyPhases[phase] as readonly JourneyStage[]).includes(stage),
	);
	return found ?? "AFTER";
}

/** The middle of the peers that have enough to say; null for fewer than `leastPeers` of them. */
export function peersMedian(indicator: Indicator, peers: readonly WeekCounts[]): number | null {
	const values = peers
		.map((one) => readValue(indicator, one[indicator.code]))
		.filter((value) => value !== null);
	return values.length >= leastPeers ? median(values) : null;
}

/** Counts of several weeks as one. */
export function addWeeks(weeks: readonly WeekCounts[]): WeekCounts {
	const sums: Partial<Record<IndicatorCode, Count>> = {};
	for (const week of weeks)
		for (const { code } of indicators) {
			const [sum, count] = [sums[code] ?? { events: 0, over: 0 }, week[code]];
			if (count) sums[code] = { events: sum.events + count.events, over: sum.over + count.over };
		}
	return sums;
}

type Weeks = {
	readonly week: WeekCounts;
	/** The weeks this one is compared with, usually four. */
	readonly before: readonly WeekCounts[];
	readonly peers: readonly WeekCounts[];
};

function read(indicator: Indicator, { week, peers }: Weeks, earlier: WeekCounts): IndicatorReading {
	const { code, stage } = indicator;
	const [value, past] = [readValue(indicator, week[code]), readValue(indicator, earlier[code])];
	const score = value === null ? null : scoreOf(indicator, value);
	const change = score === null || past === null ? null : score - scoreOf(indicator, past);
	const trend =
		change === null
			? "unknown"
			: change >= trendPoints
				? "better"
				: change <= -trendPoints
					? "worse"
					: "steady";
	const why = value !== null ? "KNOWN" : week[code] ? "NOT_ENOUGH" : "NO_SOURCE";
	return { code, stage, value, score, why, change, trend, peersMedian: peersMedian(indicator, peers) };
}

const mean = (values: readonly number[]) =>
	values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A shop's week on the journey 逛买售用服. A stage is the mean of its indicators, the whole the mean of the stages that say
 * anything. An indicator's pull is its own change times its weight in the whole, over the indicators known then and now.
 */
export function scorecardOf(weeks: Weeks): Scorecard {
	const earlier = addWeeks(weeks.before);
	const readings = indicators.map((indicator) => read(indicator, weeks, earlier));
	const stages = journeyStages.map((stage) => ({
		stage,
		score: mean(readings.flatMap((one) => (one.stage === stage && one.score !== null ? [one.score] : []))),
	}));
	const compared = readings.flatMap(({ code, stage, change }) =>
		change === null ? [] : [{ code, stage, change }],
	);
	const comparedStages = new Set(compared.map(({ stage }) => stage)).size;
	const moves = compared.map(({ code, stage, change }) => ({
		code,
		points: change / compared.filter((one) => one.stage === stage).length / comparedStages,
	}));
	return {
		...{ readings, stages },
		score: mean(stages.flatMap(({ score }) => (score === null ? [] : [score]))),
		change: moves.length === 0 ? null : moves.reduce((sum, { points }) => sum + points, 0),
		pulls: moves.filter(({ points }) => points < 0).sort((a, b) => a.points - b.points),
	};
}
