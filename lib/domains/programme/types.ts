import type { CurveGrain } from "@/lib/domains/programme/rules/curve";
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

/** Everything the programme dashboard shows. */
export type ProgrammeDashboard = {
	terms: ProgrammeTerms;
	pace: Pace;
	hasFacts: boolean;
	bands: BandCount[];
	netFen: bigint;
	attributedFen: bigint;
	unattributedFen: bigint;
	/** Σ target × line over the bands: what the programme asks for at the least. */
	targetFen: bigint;
	expectedFen: bigint;
	projectedFen: bigint;
	grain: CurveGrain;
	curve: CurvePoint[];
	tracks: TrackName[];
	trackCode: string | null;
	ranking: Standing[];
	rankedPartners: number;
	near: NearLine[];
	movers: { up: Mover[]; down: Mover[] };
	byTrack: Slice[];
	byRegion: Slice[];
};
