import type { TierLevel } from "@/lib/domains/tiers/constants";
import type {
	CriterionResult,
	CrossedRedLine,
	MovementReason,
	RunStatus,
	TrackName,
} from "@/lib/domains/tiers/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import type { Day, Month } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

export type TierAppealState = "OPEN" | "ACCEPTED" | "REJECTED" | "WITHDRAWN";

/** What of a receipt may be objected to, with what the receipt says of it. */
export type AppealItem =
	| { readonly kind: "criterion"; readonly tier: TierLevel; readonly criterion: CriterionResult }
	| { readonly kind: "redLine"; readonly line: CrossedRedLine }
	| {
			readonly kind: "race";
			readonly rank: number;
			readonly eligible: number;
			readonly scoreBps: number;
			readonly held: boolean;
	  }
	| {
			readonly kind: "movement";
			readonly movement: MovementReason;
			readonly previousTier: TierLevel | null;
			readonly entersProbation: boolean;
	  };

/** What was appealed, as the receipt said it that day, and the tier it gave. */
export type ShownItem = { readonly tier: TierLevel; readonly item: AppealItem };

/** A run as far as its appeals go. */
export type AppealedRun = {
	readonly id: string;
	readonly period: Month;
	readonly status: RunStatus;
	readonly noticeUntil: Day | null;
	/** Business day it became final. */
	readonly finalisedOn: Day | null;
	/** Whether no later final run of the same month took its place. */
	readonly isNewest: boolean;
};

export type JudgeObjection =
	| "APPEAL_LEAD_ONLY"
	| "CONFLICT_OF_INTEREST"
	| "APPEAL_OF_OWN_RUN"
	| "APPEAL_OF_OWN_NOTICE"
	| "APPEAL_OF_OWN_OVERRIDE";

/** How far somebody of the platform is bound to a run and a partner in it. */
export type AppealInvolvement = {
	readonly hasConflict: boolean;
	readonly startedRun: boolean;
	readonly openedNotice: boolean;
	/** They set the partner's tier by hand, or confirmed it. */
	readonly hadOverride: boolean;
};

type Decision = {
	readonly closedAt: Date | null;
	readonly reasonCode: string | null;
	readonly decisionReason: string | null;
};

/** An appeal as its own company reads it. Who decided is for the platform. */
export type OwnTierAppeal = Decision & {
	readonly id: string;
	readonly number: string;
	readonly runId: string;
	readonly period: Month;
	readonly runStatus: RunStatus;
	readonly criterion: string;
	readonly shown: ShownItem;
	readonly statement: string;
	readonly state: TierAppealState;
	readonly version: number;
	readonly filedAt: Date;
	readonly filedByName: string | null;
	readonly dueOn: Day;
	/** Of its own verdict only; null unless accepted. */
	readonly change: OwnChange | null;
};

/** What an accepted appeal did to the company's own verdict. */
export type OwnChange = {
	readonly tierBefore: TierLevel;
	readonly tierAfter: TierLevel;
	readonly values: readonly ValueChange[];
	readonly amendedRunId: string;
};

/** One figure of a verdict before and after; values as the receipt writes them, null where there was none. */
export type ValueChange = {
	readonly key: string;
	readonly before: string | null;
	readonly after: string | null;
};

/** Somebody whose tier or rank moves when a decision is executed again. */
export type MovedPartner = {
	readonly partnerId: string;
	readonly tierBefore: TierLevel;
	readonly tierAfter: TierLevel;
	readonly rankBefore: number | null;
	readonly rankAfter: number | null;
};

/** What executing a decision again with today's sources changes. Empty: nothing. */
export type AppealDifference = {
	readonly partnerId: string;
	readonly tierBefore: TierLevel;
	readonly tierAfter: TierLevel;
	readonly rankBefore: number | null;
	readonly rankAfter: number | null;
	/** Of the partner itself, in the order of the receipt. */
	readonly values: readonly ValueChange[];
	/** The others, by partner id. */
	readonly others: readonly MovedPartner[];
};

/** What accepting an appeal would commit at this moment, and how it would be written. */
export type Correction = {
	/** Null: nothing differs. */
	readonly difference: AppealDifference | null;
	readonly digest: string;
	/** The run is final: the change is a run of its own that corrects it. */
	readonly makesCorrection: boolean;
	/** Another partner's tier falls by it: seven days to object begin (again). */
	readonly opensNotice: boolean;
};

/** An appeal on the worklist, with how far the reader is bound to it. */
export type TierAppealLine = AppealInvolvement & {
	readonly id: string;
	readonly number: string;
	readonly state: TierAppealState;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly track: TrackName;
	readonly runId: string;
	readonly period: Month;
	readonly runStatus: RunStatus;
	readonly criterion: string;
	readonly shown: ShownItem;
	readonly filedAt: Date;
	readonly dueOn: Day;
	readonly closedAt: Date | null;
	readonly deciderName: string | null;
};

/** An appeal as its judge reads it. */
export type TierAppealCase = Decision & {
	readonly id: string;
	readonly number: string;
	readonly state: TierAppealState;
	readonly version: number;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly organisationId: string;
	readonly criterion: string;
	readonly shown: ShownItem;
	readonly receiptHash: string;
	readonly statement: string;
	readonly filedById: string;
	readonly filedByName: string | null;
	readonly filedAt: Date;
	readonly dueOn: Day;
	readonly deciderName: string | null;
	/** What accepting it changed. */
	readonly difference: AppealDifference | null;
	readonly amendedRunId: string | null;
	readonly run: AppealedRun;
	/** The run a correction is made to: of a final run the newest of its month. */
	readonly targetRunId: string;
	readonly involvement: AppealInvolvement;
};

/** How far the receipt of a run can be appealed by whoever reads it. */
export type Appealing = {
	readonly runId: string;
	/** The last day; null: it cannot be appealed any more. */
	readonly until: Day | null;
	/** Working days an answer takes at most. */
	readonly answerDays: number;
	readonly canFile: boolean;
	/** The company's own appeals of the run, newest first. */
	readonly appeals: readonly OwnTierAppeal[];
};

/** One tier appeal before its judge. */
export type TierAppealPage = {
	readonly appeal: TierAppealCase;
	readonly evidence: readonly EvidenceFile[];
	readonly objection: JudgeObjection | null;
	/** Of an open appeal what executing again gives; null where the run cannot be corrected. */
	readonly correction: Correction | null;
	/** Names of everybody the difference speaks of. */
	readonly names: ReadonlyMap<string, string>;
	readonly calendar: WorkCalendar;
	readonly today: Day;
};
