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
import type { Involvement, JudgeInvolvement } from "@/lib/domains/admission/policy";
import type { AppealCursor, AppealTab } from "@/lib/domains/admission/rules/appeal-query";
import type { FirstDaysPlan } from "@/lib/domains/admission/rules/first-ninety-days";
import type { CompanyHistory, RelatedCompany } from "@/lib/domains/admission/rules/related-companies";
import type { ReviewClock } from "@/lib/domains/admission/rules/review-clock";
import type { Agreement } from "@/lib/domains/admission/schema/agreement";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ChangeRequest } from "@/lib/domains/admission/schema/review";
import type { ForceCode } from "@/lib/domains/forces/constants";
import type { RedLineRecord } from "@/lib/domains/tiers/types";
import type { Role } from "@/lib/platform/access/permissions";
import type { EvidenceFile } from "@/lib/platform/files/types";
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
	/** The submission it is about, and whose turn it was. */
	readonly submissionNo: number;
	readonly stage: ReviewStage;
	readonly decision: "APPROVE" | "REJECT" | "REQUEST_CHANGES";
	/** Null where the reader is the applicant. */
	readonly reviewerId: string | null;
	readonly reviewerName: string | null;
	readonly scores: ForceScores | null;
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
	/** Newest first. */
	readonly appeals: readonly OwnAppeal[];
	/** After an approval. */
	readonly activation: OwnActivation | null;
	/** After a rejection. */
	readonly afterRejection: AfterRejection | null;
	/** Fields changed since changes were requested, by their paths. */
	readonly mendedPaths: readonly string[];
	/** Evidence of the appeal against the standing rejection, filed or being written. */
	readonly appealFiles: readonly EvidenceFile[];
	/** Proof of the deposit's payment. */
	readonly depositFiles: readonly EvidenceFile[];
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
	/** After an approval, until both the agreement and the deposit are there. */
	readonly activation: OwnActivation | null;
	readonly appeals: readonly OwnAppeal[];
	/** The plan of a new partner's first days; null after them. */
	readonly firstDays: FirstDaysPlan | null;
	readonly afterRejection: AfterRejection | null;
	readonly today: Day;
};

export type Viewer = { readonly userId: string; readonly role: Role };

/** An application before its reviewer; `verdict` is today's, or the one it was decided under. */
export type ReviewPage = {
	readonly application: ApplicationRecord;
	readonly policy: PolicyShown;
	readonly verdict: StandardsVerdict;
	readonly tracks: readonly TrackName[];
	readonly timeline: readonly TimelineEvent[];
	/** As far as the reader may know them. */
	readonly reviews: readonly ReviewRecord[];
	readonly appeals: readonly AppealOutcome[];
	readonly evidence: readonly EvidenceFile[];
	readonly history: CompanyHistory;
	readonly related: readonly RelatedCompany[];
	/** The open applications beside it in the queue. */
	readonly neighbours: { readonly previousId: string | null; readonly nextId: string | null };
	readonly assigneeName: string | null;
	readonly today: Day;
	readonly clock: ReviewClock | null;
	readonly viewer: Viewer;
	readonly involvement: Involvement;
	readonly canReview: boolean;
};

/** An appeal against a decision on an application, in short. */
export type AppealOutcome = {
	readonly id: string;
	readonly number: string;
	readonly state: AppealState;
	readonly submissionNo: number;
	readonly decidedAt: Date | null;
	readonly decisionReason: string | null;
};

/** An appeal before its judge. */
export type AppealPage = {
	readonly appeal: AppealOutcome & {
		readonly version: number;
		readonly grounds: string;
		readonly filedAt: Date;
		readonly dueOn: Day;
		readonly assigneeId: string | null;
	};
	readonly application: ApplicationRecord;
	readonly filedByName: string | null;
	readonly assigneeName: string | null;
	readonly deciderName: string | null;
	/** The opinions that carry the decision appealed. */
	readonly decision: readonly ReviewRecord[];
	readonly verdict: StandardsVerdict | null;
	readonly timeline: readonly TimelineEvent[];
	readonly evidence: readonly EvidenceFile[];
	readonly applicationEvidence: readonly EvidenceFile[];
	readonly history: CompanyHistory;
	/** What else of the company stands in the way of reopening. */
	readonly other: { readonly kind: "OPEN" | "APPROVED"; readonly id: string; readonly number: string } | null;
	readonly clock: ReviewClock;
	readonly viewer: Viewer;
	readonly involvement: JudgeInvolvement;
	readonly canJudge: boolean;
};

export type AppealState = "OPEN" | "DISMISSED" | "OVERTURNED" | "WITHDRAWN";

/** An appeal as its company reads it: who decided it stays inside the platform. */
export type OwnAppeal = {
	readonly id: string;
	readonly number: string;
	readonly submissionNo: number;
	readonly state: AppealState;
	readonly version: number;
	readonly grounds: string;
	readonly filedByName: string | null;
	readonly filedAt: Date;
	readonly dueOn: Day;
	readonly decidedAt: Date | null;
	readonly decisionReason: string | null;
};

export type DepositState = "REPORTED" | "RETURNED" | "CONFIRMED" | "REFUNDED";

export type DepositRecord = {
	readonly id: string;
	readonly applicationId: string;
	readonly state: DepositState;
	readonly version: number;
	readonly amountFen: bigint;
	readonly paidOn: Day;
	readonly payer: string;
	readonly reference: string;
	readonly reportedById: string;
	readonly reportedAt: Date;
	readonly checkedAt: Date | null;
	readonly note: string | null;
};

export type AgreementShown = {
	readonly version: number;
	readonly effectiveFrom: Day;
	readonly documentHash: string;
	readonly document: Agreement;
};

export type AcceptanceRecord = {
	readonly agreementVersion: number;
	readonly documentHash: string;
	readonly acceptedByName: string | null;
	readonly acceptedAt: Date;
};

/** What stands between an approval and the first day as a partner. */
export type OwnActivation = {
	/** The accepted version, or the one in force before that. */
	readonly agreement: AgreementShown;
	readonly acceptance: AcceptanceRecord | null;
	readonly deposit: DepositRecord | null;
	/** By the standards the application was judged by. */
	readonly depositFen: bigint;
	/** Set once both are there. */
	readonly admittedOn: Day | null;
	/** Set where the partnership has ended since. */
	readonly exitedOn: Day | null;
};

/** After a rejection: by when to appeal, from when to apply again. */
export type AfterRejection = {
	readonly lastAppealDay: Day;
	readonly firstReapplyDay: Day;
	readonly mayAppeal: boolean;
	readonly mayReapply: boolean;
};

/** A row of the platform's list of deposits. */
export type DepositRow = DepositRecord & {
	readonly applicationNumber: string;
	readonly companyName: string;
	readonly uscc: string | null;
	readonly reportedByName: string | null;
	readonly checkedByName: string | null;
	readonly isAgreementAccepted: boolean;
};

/** A row of the appeals queue, with how far its reader is bound to it. */
export type AppealRow = JudgeInvolvement & {
	readonly id: string;
	readonly number: string;
	readonly state: AppealState;
	readonly version: number;
	readonly applicationId: string;
	readonly applicationNumber: string;
	readonly companyName: string;
	readonly filedAt: Date;
	readonly dueOn: Day;
	readonly decidedAt: Date | null;
	readonly assigneeId: string | null;
	readonly assigneeName: string | null;
	readonly deciderName: string | null;
};

/** A page of the appeals queue. */
export type Appeals = {
	readonly query: { readonly tab: AppealTab; readonly after: AppealCursor | null };
	readonly rows: readonly AppealRow[];
	readonly next: AppealCursor | null;
	readonly counts: Readonly<Record<AppealTab, number>>;
	readonly calendar: WorkCalendar;
	readonly today: Day;
	readonly viewer: Viewer;
	readonly canJudge: boolean;
};
