import type {
	applicationEvents,
	applicationSections,
	applicationStates,
	partnerEvents,
	partnerStatuses,
	rejectionReasons,
	reviewStages,
	trackFacts,
	transitionSides,
} from "@/lib/domains/admission/constants";
import type { QueueQuery, QueueTab } from "@/lib/domains/admission/rules/queue-query";
import type { ReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ChangeRequest } from "@/lib/domains/admission/schema/review";
import type { ForceCode } from "@/lib/domains/forces/constants";
import type { RedLineRecord } from "@/lib/domains/tiers/types";
import type { Role } from "@/lib/platform/access/permissions";
import type { Day } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

export type ApplicationState = (typeof applicationStates)[number];
export type ApplicationEvent = (typeof applicationEvents)[number];
export type PartnerStatus = (typeof partnerStatuses)[number];
export type PartnerEvent = (typeof partnerEvents)[number];
export type TransitionSide = (typeof transitionSides)[number];
export type ApplicationSection = (typeof applicationSections)[number];
export type ReviewStage = (typeof reviewStages)[number];
export type TrackFact = (typeof trackFacts)[number];
export type RejectionReason = (typeof rejectionReasons)[number];

/** Rubric scores 0–5 per force. */
export type ForceScores = Readonly<Record<ForceCode, number>>;

/** Everything the standards look at; null where the applicant left it out or nobody has scored yet. */
export type ApplicationFacts = {
	readonly uscc: string;
	/** Whether a partner that has not exited holds the same code. */
	readonly isUsccAdmitted: boolean;
	readonly foundedOn: Day | null;
	readonly registeredCapitalFen: bigint | null;
	readonly staffCount: number | null;
	/** Red-line records of the company under this code. */
	readonly redLines: readonly RedLineRecord[];
	/** Codes of every track applied for. */
	readonly tracks: readonly string[];
	readonly trackFacts: Readonly<Record<TrackFact, number | null>>;
	readonly scores: ForceScores | null;
};

export type StandardReason =
	| "MET"
	| "MISSING"
	| "BELOW_MINIMUM"
	| "TOO_YOUNG"
	| "ALREADY_ADMITTED"
	| "RED_LINE_RECORD"
	| "AWAITS_REVIEW"
	| "USCC_LENGTH"
	| "USCC_ALPHABET"
	| "USCC_CHECK"
	| "USCC_ORG_CODE";

/** JSON-safe. `value` and `threshold` are integers in `unit`; null where the standard has no number. */
export type StandardResult = {
	readonly standardId: string;
	readonly kind: string;
	/** `manual`: a reviewer's scores decide and are not in yet. */
	readonly status: "passed" | "failed" | "manual";
	readonly reason: StandardReason;
	readonly unit: "fen" | "months" | "count" | "score" | null;
	readonly value: string | null;
	readonly threshold: string | null;
};

export type StandardsVerdict = {
	readonly asOf: Day;
	readonly policyVersion: number;
	readonly results: readonly StandardResult[];
};

/** A row of the reviewers' queue. */
export type QueueRow = {
	readonly id: string;
	readonly number: string;
	readonly companyName: string;
	readonly uscc: string | null;
	readonly contactName: string | null;
	readonly region: string | null;
	readonly primaryTrack: string | null;
	readonly state: ApplicationState;
	readonly version: number;
	readonly submittedAt: Date;
	readonly dueOn: Day | null;
	readonly decidedAt: Date | null;
	readonly assigneeId: string | null;
	readonly assigneeName: string | null;
	readonly checks: StandardsVerdict | null;
};

export type QueuePage = {
	readonly rows: readonly QueueRow[];
	readonly hasPrevious: boolean;
	readonly hasNext: boolean;
};

/** What happened to an application: moves of the transition table, its beginning, and who holds it. */
export type TimelineEvent = {
	readonly id: string;
	readonly event: ApplicationEvent | "start" | "release" | "take_over" | "assign";
	readonly toState: ApplicationState;
	readonly at: Date;
	readonly actorName: string | null;
	/** Whether somebody of the platform acted: their names stay inside the platform. */
	readonly actorIsPlatform: boolean;
};

export type ReviewRecord = {
	readonly id: string;
	readonly decision: "APPROVE" | "REJECT" | "REQUEST_CHANGES";
	/** Null where the reader is the applicant. */
	/** The submission it is about, and whose turn it was. */
	readonly submissionNo: number;
	readonly stage: ReviewStage;
	readonly reviewerName: string | null;
	readonly scores: ForceScores | null;
	readonly reviewerId: string | null;
	readonly compositeBps: number | null;
	readonly reasonCodes: readonly string[];
	readonly comment: string;
	readonly requests: readonly ChangeRequest[];
	readonly decidedAt: Date;
};

/** An application as it is stored, its form read. */
export type ApplicationRecord = {
	readonly id: string;
	readonly number: string;
	readonly organisationId: string;
	readonly state: ApplicationState;
	readonly version: number;
	readonly form: ApplicationDraft;
	readonly companyName: string;
	readonly uscc: string | null;
	readonly primaryTrack: string | null;
	readonly checks: StandardsVerdict | null;
	readonly policyVersion: number | null;
	/** How often it was submitted. */
	readonly submissionNo: number;
	/** Whose turn it is while in review. */
	readonly reviewStage: ReviewStage;
	/** The last business day on which a decision is in time. */
	readonly dueOn: Day | null;
	readonly assigneeId: string | null;
	readonly submittedAt: Date | null;
	readonly decidedAt: Date | null;
	readonly createdAt: Date;
	readonly updatedAt: Date;
};

export type TrackName = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

export type PolicyShown = {
	readonly version: number;
	readonly effectiveFrom: Day;
	readonly document: AdmissionPolicy;
};

/** The applicant's page. `policy` is the one the application is judged by. */
export type OwnApplication = {
	readonly application: ApplicationRecord | null;
	readonly tracks: readonly TrackName[];
	readonly timeline: readonly TimelineEvent[];
	readonly reviews: readonly ReviewRecord[];
	readonly today: Day;
	readonly policy: PolicyShown;
	readonly clock: ReviewClock | null;
};

/** What the partner's home knows of admission. */
export type AdmissionStanding = {
	readonly userName: string;
	readonly application: ApplicationRecord | null;
	/** Things a reviewer asked to have mended. */
	readonly requestCount: number;
	readonly trackCodes: readonly string[];
	readonly policy: PolicyShown;
	readonly clock: ReviewClock | null;
};

export type Viewer = { readonly userId: string; readonly role: Role };

export type Queue = {
	readonly query: QueueQuery;
	readonly page: QueuePage;
	readonly total: number;
	readonly tabCounts: Readonly<Record<QueueTab, number>>;
	readonly tracks: readonly TrackName[];
	readonly calendar: WorkCalendar;
	readonly today: Day;
	readonly viewer: Viewer;
	readonly canReview: boolean;
};

/** An application before its reviewer; `verdict` is today's, or the one it was decided under. */
export type ReviewPage = {
	readonly application: ApplicationRecord;
	readonly policy: PolicyShown;
	readonly verdict: StandardsVerdict;
	readonly tracks: readonly TrackName[];
	readonly timeline: readonly TimelineEvent[];
	readonly reviews: readonly ReviewRecord[];
	readonly assigneeName: string | null;
	readonly today: Day;
	readonly clock: ReviewClock | null;
	readonly viewer: Viewer;
	readonly canReview: boolean;
};
