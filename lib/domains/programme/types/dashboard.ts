import type { Balances, PoolRecord } from "@/lib/domains/pools/types";
import type { OpenForecast } from "@/lib/domains/programme/types/forecast";
import type { Day, DayRange, Month } from "@/lib/platform/time";

/** A line of the programme. A partner reached it with net GMV ≥ `thresholdFen` when `inclusive`, > otherwise. */
export type Band = {
	readonly code: string;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly thresholdFen: bigint;
	readonly inclusive: boolean;
	readonly targetCount: number;
};

/** A programme as the dashboard needs it: days are `[from, to)` in Asia/Shanghai, bands from the highest down. */
export type ProgrammeTerms = {
	readonly code: string;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly range: DayRange;
	readonly bands: readonly Band[];
};

/** One partner's standing, all from rollups. Net amounts are fen and may be negative (refunds). */
export type Standing = {
	readonly partnerId: string;
	readonly name: string;
	readonly trackCode: string;
	readonly region: string;
	readonly tier: number;
	/** Since the programme's first day. */
	readonly netFen: bigint;
	/** The same, before the month of `asOf` began: what a partner crossed this month shows by comparison. */
	readonly netBeforeMonthFen: bigint;
	/** Net of the last whole month and of the one before it. */
	readonly lastMonthFen: bigint;
	readonly monthBeforeFen: bigint;
};

/** One day of the platform. `unattributed` is the part of shops bound to nobody. */
export type PlatformDay = {
	readonly day: Day;
	readonly netFen: bigint;
	readonly unattributedFen: bigint;
};

/** Where the year stands. Day `asOf` counts as elapsed. */
export type Pace = {
	readonly asOf: Day;
	readonly elapsedDays: number;
	readonly totalDays: number;
	readonly remainingDays: number;
};

export type BandCount = {
	readonly band: Band;
	readonly count: number;
	/** Where a straight line from 0 to the target would be today, in tenths of a partner, rounded down. */
	readonly expectedTenths: number;
	/** How many would stand in the band at the end if every partner kept its own daily mean. */
	readonly projectedCount: number;
	/** Partners whose highest band became this one in the month of `asOf`. */
	readonly reachedThisMonth: number;
};

/** A partner below a line, and what it takes to reach it. */
export type NearLine = {
	readonly standing: Standing;
	readonly band: Band;
	/** At least this much more net GMV; for an exclusive line one fen beyond it. */
	readonly gapFen: bigint;
	/** Share of the line already reached, basis points rounded down. */
	readonly reachedBps: number;
	/** Net GMV per 30 days until the end that closes the gap; null once the programme has ended. */
	readonly neededPer30DaysFen: bigint | null;
};

/** Sums of a slice (a track, a region). */
export type Slice = {
	readonly key: string;
	readonly partners: number;
	readonly netFen: bigint;
	/** Band code → partners in it. */
	readonly inBand: Readonly<Record<string, number>>;
};

export type Mover = {
	readonly standing: Standing;
	/** Last whole month minus the one before. */
	readonly changeFen: bigint;
	/** The same relative to the month before, basis points; null where that month had no positive net. */
	readonly changeBps: bigint | null;
};

export type CurvePoint = {
	readonly key: Day | Month;
	readonly netFen: bigint;
	readonly unattributedFen: bigint;
};

export type TrackName = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

/** A partner's highest band was another at the end of a month than at the end of the month before. */
export type BandMove = {
	readonly month: Month;
	readonly partnerId: string;
	/** How many lines were reached before and after, from the lowest up; 0 below all. */
	readonly from: number;
	readonly to: number;
	/** Net since the programme's first day, at the month's end or as far as the facts reach. */
	readonly netFen: bigint;
};

/** A move with the partner and the bands it leads between; null is below every line. */
export type Crossing = {
	readonly standing: Standing;
	readonly month: Month;
	readonly from: Band | null;
	readonly to: Band | null;
	readonly rose: boolean;
	readonly netFen: bigint;
};

/** How many partners stood in each band at the end of a month, the running one as far as the facts reach. */
export type BandMonth = {
	readonly month: Month;
	readonly until: Day;
	/** Band code → partners. */
	readonly counts: Readonly<Record<string, number>>;
	/** Band code → where a straight line to the target was, in tenths. */
	readonly expectedTenths: Readonly<Record<string, number>>;
	readonly rose: number;
	readonly fell: number;
};

/** A slice against what a straight line would ask of it by now. */
export type PacedSlice = Slice & {
	/** Its part of the sum of targets up to today, by its share of the partners. */
	readonly expectedFen: bigint;
	/** Net less expected; below zero it lags. */
	readonly aheadFen: bigint;
	/** The same relative to what is expected, basis points; null before anything is expected. */
	readonly aheadBps: bigint | null;
};

/** Where the programme is in its own time. */
export type ProgrammePhase = "AHEAD" | "RUNNING" | "OVER";

/** Everything the programme's figures are made of, read at one moment. */
export type ProgrammeWorld = {
	readonly today: Day;
	readonly readAt: Date;
	readonly terms: ProgrammeTerms;
	/** The last day with facts inside the programme; null without any. */
	readonly asOf: Day | null;
	readonly pace: Pace;
	readonly phase: ProgrammePhase;
	/** By net, the largest first. */
	readonly standings: readonly Standing[];
	readonly days: readonly PlatformDay[];
	readonly tracks: readonly TrackName[];
	readonly moves: readonly BandMove[];
};

export type PoolUse = Balances & Pick<PoolRecord, "id" | "nameZh" | "nameEn" | "unit">;

/** What the dashboard shows at a glance. */
export type ProgrammeOverview = {
	readonly bands: readonly BandCount[];
	readonly netFen: bigint;
	readonly attributedFen: bigint;
	readonly unattributedFen: bigint;
	/** Σ target × line over the bands: what the programme asks for at the least. */
	readonly targetFen: bigint;
	readonly expectedFen: bigint;
	readonly projectedFen: bigint;
	readonly history: readonly BandMonth[];
	/** Of the month the facts reach into. */
	readonly crossings: readonly Crossing[];
	readonly near: readonly NearLine[];
	readonly byTrack: readonly PacedSlice[];
	readonly byRegion: readonly PacedSlice[];
};

/** The world, its figures, the forecast, and how far the pools are used. */
export type ProgrammeDashboard = ProgrammeWorld & {
	readonly overview: ProgrammeOverview;
	readonly pools: readonly PoolUse[];
	readonly forecast: OpenForecast;
};
