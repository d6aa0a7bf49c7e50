import type { ForceCode } from "@/lib/domains/forces/constants";
import type { ForcePercentiles, ForceScorecard } from "@/lib/domains/forces/types";
import type {
	Comparison,
	MetricUnit,
	RedLineKind,
	RunStage,
	TierLevel,
	TierMetric,
} from "@/lib/domains/tiers/constants";
import type { Replay, ReplayMatrix, ReplayMove } from "@/lib/domains/tiers/rules/replay";
import type { TierPolicy, TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { WhatIfInput, WhatIfValues } from "@/lib/domains/tiers/schema/what-if";
import type { Day, DayRange, Month } from "@/lib/platform/time";

export type RedLineRecord = { readonly id: string; readonly kind: RedLineKind; readonly occurredOn: Day };

/** Heads holding a certificate valid on `asOf`, each counted once at the highest level held. */
export type ExpertCounts = {
	readonly senior: number;
	readonly intermediate: number;
	readonly junior: number;
};

/** What the last final run before this one said of the partner. */
export type PreviousVerdict = {
	readonly runId: string;
	readonly tier: TierLevel;
	readonly bottomRuns: number;
};

/** Everything a verdict on one partner is made from; windows as `runWindows` states them. */
export type PartnerFacts = {
	readonly partnerId: string;
	/** The one track the partner competes in. */
	readonly trackCode: string;
	readonly admittedOn: Day;
	/** GMV under the policy's measure over the trailing months, and over as many months before them. */
	readonly gmvFen: bigint;
	readonly gmvBeforeFen: bigint;
	/** Basis points of 0–100, from `scoreForces`. */
	readonly compositeBps: number;
	readonly forcesBps: Readonly<Record<ForceCode, number>>;
	/** Counts of the trailing quality months; their quotient is the dispute rate. */
	readonly disputes: number;
	readonly paidOrders: number;
	readonly experts: ExpertCounts;
	readonly redLines: readonly RedLineRecord[];
	readonly previous: PreviousVerdict | null;
};

/** The months a run looks at; every range is half-open. */
export type RunWindows = {
	readonly period: Month;
	readonly gmv: DayRange;
	readonly gmvBefore: DayRange;
	readonly quality: DayRange;
};

/** A partner's place in the race of its track: exact counts, so that the score can be made again. */
export type RaceStanding = {
	readonly rank: number;
	/** Eligible partners with strictly lower GMV or growth, out of `others`; 1 of 1 for a partner alone. */
	readonly gmvBelow: number;
	readonly growthBelow: number;
	readonly others: number;
	/** Basis points of 0–100, rounded down for the screen; ranking uses the exact fraction. */
	readonly scoreBps: number;
};

/** One tier's places in the race and the line that decided them. */
export type TierPlaces = {
	readonly tier: TierLevel;
	readonly shareBps: number | null;
	/** ⌈share × eligible⌉; null: the tier takes everyone who qualifies. */
	readonly places: number | null;
	/** Partners who met the tier's criteria and held no higher tier, and how many of them it took. */
	readonly candidates: number;
	readonly taken: number;
	/** Rank and score of the last one taken where somebody was left out. */
	readonly cutOffRank: number | null;
	readonly cutOffScoreBps: number | null;
};

/** What a track's race looks like to every partner in it. */
export type RaceField = {
	readonly eligible: number;
	readonly held: boolean;
	/** Highest tier first. */
	readonly tiers: readonly TierPlaces[];
	/** Ranks above this are the bottom of the track; equal to `eligible` where there is no bottom. */
	readonly bottomAfterRank: number;
};

export type MovementReason =
	| "FIRST"
	| "UP"
	| "SAME"
	| "DOWN"
	| "DOWN_LIMITED"
	| "PROTECTED"
	| "RED_LINE"
	/** Two leads set the tier by hand. */
	| "OVERRIDDEN";

export type CrossedRedLine = {
	readonly id: RedLineKind | "DISPUTE_RATE";
	/** Records that count, by id; or the dispute rate against its line, in basis points rounded up. */
	readonly recordIds: readonly string[];
	readonly valueBps: string | null;
	readonly aboveBps: string | null;
};

/** The five steps' outcome for one partner. */
export type Decision = {
	readonly redLines: readonly CrossedRedLine[];
	readonly opensExitReview: boolean;
	/** Before the race; what the criteria alone give, red lines aside. */
	readonly absoluteTier: TierLevel;
	/** After red lines and race, before movement. */
	readonly raceTier: TierLevel;
	readonly tier: TierLevel;
	readonly movement: MovementReason;
	readonly isProtected: boolean;
	readonly inBottom: boolean;
	/** Runs in a row in the bottom, this one included. */
	readonly bottomRuns: number;
	readonly entersProbation: boolean;
};

/** `standing` is null for a partner over a red line: it does not race. */
export type Verdict = Decision & { readonly facts: PartnerFacts; readonly standing: RaceStanding | null };

export type TrackResult = {
	readonly trackCode: string;
	readonly asOf: Day;
	readonly windows: RunWindows;
	readonly policy: TrackTierPolicy;
	readonly field: RaceField;
	/** By partner id, in code-unit order. */
	readonly verdicts: readonly Verdict[];
};

export type RunResult = {
	readonly asOf: Day;
	readonly windows: RunWindows;
	readonly tracks: readonly TrackResult[];
};

export type CriterionResult = {
	/** "T4.gmv": the rule in the policy. */
	readonly ruleId: string;
	readonly metric: TierMetric;
	readonly unit: MetricUnit;
	readonly comparison: Comparison;
	readonly threshold: string;
	/** Integer in `unit`; a rate is rounded up, so that it never looks better than it is. Null: no data. */
	readonly value: string | null;
	readonly passed: boolean;
	/** The least improvement that passes, in `unit`; "0" when passed, null without a value. */
	readonly gap: string | null;
	readonly reason: "NO_DATA" | null;
};

export type TierResult = {
	readonly tier: TierLevel;
	readonly passed: boolean;
	readonly criteria: readonly CriterionResult[];
};

export type Obstacle = "CRITERIA" | "RACE" | "RED_LINE";

/** What separates a partner from the tier above the one it holds. */
export type NextTier = {
	readonly tier: TierLevel;
	readonly obstacles: readonly Obstacle[];
	/** Only the criteria that fail. */
	readonly missing: readonly CriterionResult[];
	/** Places to gain in the race; null where the race is not the obstacle. */
	readonly ranksToGain: number | null;
};

/** The policy in force, as everybody may read it. */
export type PublishedTierPolicy = { version: number; document: TierPolicy };

export type PolicyRef = { readonly version: number; readonly hash: string };

export type GrowthShown = { readonly growthBps: string | null; readonly reason: "NO_BASE" | null };

/** `PartnerFacts` with fen as decimal strings: safe in JSON. */
export type ReceiptInputs = Omit<PartnerFacts, "partnerId" | "trackCode" | "gmvFen" | "gmvBeforeFen"> & {
	readonly gmvFen: string;
	readonly gmvBeforeFen: string;
};

/** What two leads decided in the place of the engine, and why. */
export type ReceiptOverride = {
	readonly tier: TierLevel;
	/** What the engine gives by itself. */
	readonly engineTier: TierLevel;
	readonly reason: string;
	readonly proposedBy: string;
	readonly confirmedBy: string;
	/** When it was confirmed: ISO 8601 in UTC, to the millisecond. */
	readonly at: string;
};

/**
 * Why a partner holds its tier, complete: `recomputeFromReceipt` reaches the same verdict from this alone
 * (domain.md §3.3). Plain JSON; of other partners it holds counts and cut-off lines, never names.
 */
export type DecisionReceipt = {
	/** 1: from before tiers could be set by hand; it has no `override`. */
	readonly receiptVersion: 1 | 2;
	readonly partnerId: string;
	readonly trackCode: string;
	readonly asOf: Day;
	readonly windows: RunWindows;
	readonly tierPolicy: PolicyRef;
	readonly forcePolicy: PolicyRef;
	/** Every rule and threshold applied, overrides of the track included. */
	readonly rules: TrackTierPolicy;
	readonly inputs: ReceiptInputs;
	/** Where the force scores come from; null when the run was made from scores alone. */
	readonly scorecard: ForceScorecard | null;
	readonly growth: GrowthShown;
	readonly race: { readonly field: RaceField; readonly standing: RaceStanding | null };
	readonly tiers: readonly TierResult[];
	/** The engine's, but for the tier and the movement of an override. */
	readonly decision: Decision;
	readonly next: NextTier | null;
	/** Null: the engine's verdict stands. */
	readonly override?: ReceiptOverride | null;
};

export type PartnerHead = {
	partnerId: string;
	name: string;
	trackCode: string;
	trackNameZh: string;
	trackNameEn: string;
	status: "ACTIVE" | "PROBATION" | "EXIT_NOTICE" | "EXITED";
	admittedOn: Day;
	tier: TierLevel;
	/** Month of the run the tier comes from; null: provisional. */
	tierPeriod: Month | null;
};

export type StoredReceipt = {
	runId: string;
	period: Month;
	asOf: Day;
	/** Null: a draft. */
	finalisedOn: Day | null;
	tierPolicyVersion: number;
	tierPolicyFrom: Day;
	forcePolicyVersion: number;
	forcePolicyFrom: Day;
	receipt: DecisionReceipt;
	receiptHash: string;
	percentiles: Omit<ForcePercentiles, "partnerId"> | null;
};

/** A receipt of a run in notice, and the last day its partner may object. */
export type StoredDraft = { stored: StoredReceipt; noticeUntil: Day };

export type TierHistoryRow = {
	runId: string;
	period: Month;
	tier: TierLevel;
	previousTier: TierLevel | null;
	movement: MovementReason;
	compositeBps: number;
	netFen: bigint;
	raceRank: number | null;
	eligible: number;
	/** What kept the partner from the tier above; null at the top. */
	next: { tier: TierLevel; obstacles: Obstacle[]; missing: TierMetric[] } | null;
	redLines: CrossedRedLine["id"][];
};

export type RunStatus = "COMPUTING" | "DRAFT" | "NOTICE" | "FINAL" | "DISCARDED" | "FAILED";

export type RunHead = {
	runId: string;
	period: Month;
	asOf: Day;
	status: RunStatus;
	tierPolicyVersion: number;
	forcePolicyVersion: number;
	partnerCount: number;
	/** The final run it takes the place of, and why; or why it was discarded. */
	correctsRunId: string | null;
	reason: string | null;
	/** Null: the command line or the schedule. */
	startedBy: string | null;
	createdAt: Date;
	noticeAt: Date | null;
	noticeBy: string | null;
	/** The last day partners may object. */
	noticeUntil: Day | null;
	finalisedAt: Date | null;
	endedAt: Date | null;
	failure: string | null;
	/** Whether a later final run of the same month took its place. */
	isSuperseded: boolean;
};

/** What waits for an answer in a run: it is not made final before. */
export type RunBlocks = { appeals: number; overrides: number };

/** Where a run stands on its way to being final. */
export type RunState = {
	run: RunHead;
	/** While it is being computed. */
	progress: RunProgress | null;
	blocks: RunBlocks;
	/** Whether the reader may move it on. */
	canRun: boolean;
	today: Day;
};

/** How far the computing of a run is; safe to send to the browser. */
export type RunProgress = {
	runId: string;
	status: RunStatus;
	stage: RunStage | null;
	done: number;
	total: number;
	/** False where the process that computed it is gone: the queue takes it up again. */
	isAlive: boolean;
};

export type LeaderRow = {
	partnerId: string;
	name: string;
	rank: number | null;
	tier: TierLevel;
	previousTier: TierLevel | null;
	previousRank: number | null;
	movement: MovementReason;
	inBottom: boolean;
	entersProbation: boolean;
	raceScoreBps: number;
	compositeBps: number;
	netFen: bigint;
	gmvBelow: number | null;
	growthBelow: number | null;
	others: number | null;
	growthBps: string | null;
};

export type TrackField = { field: RaceField; rules: TrackTierPolicy };

/** Figures tried on a partner's own receipt, and what the engine says of them. */
export type WhatIf = {
	stored: StoredReceipt;
	input: WhatIfInput;
	current: WhatIfValues;
	/** Null while a value cannot be read. `lowest`: with the percentiles a lower GMV might cost at their worst. */
	result: { receipt: DecisionReceipt; lowest: Decision } | null;
};

/** The middle score of each force among all partners of a track in a run, rounded to whole points. */
export type TrackMedian = Record<ForceCode, number>;

export type TrackName = { code: string; nameZh: string; nameEn: string };

/** A policy tried on the facts of one final run, beside what that run gave. Tiers counted T1 first. */
export type PeriodReplay = {
	readonly runId: string;
	readonly period: Month;
	readonly asOf: Day;
	/** The policy the run was made under. */
	readonly policyVersion: number;
	/** Whether facts were read again, as the receipts hold other windows; partners that are no more are left out then. */
	readonly readsAgain: boolean;
	readonly leftOut: number;
	readonly partners: number;
	readonly before: readonly number[];
	readonly after: readonly number[];
	readonly changed: number;
	readonly up: number;
	readonly down: number;
	readonly probationBefore: number;
	readonly probationAfter: number;
	readonly total: ReplayMatrix;
	readonly tracks: Replay["tracks"];
	/** The first of them, with the names of today. */
	readonly moves: readonly (ReplayMove & { readonly name: string })[];
};
