import type { PartnerStatus, StandardsVerdict } from "@/lib/domains/admission/types";
import type {
	exitKinds,
	exitReasons,
	exitStates,
	noticeKinds,
	probationStates,
	verificationStates,
} from "@/lib/domains/partnership/constants";
import type { ProbationPlan } from "@/lib/domains/partnership/schema/probation";
import type { VerificationForm } from "@/lib/domains/partnership/schema/verification";
import type { Day } from "@/lib/platform/time";

export type ExitKind = (typeof exitKinds)[number];
export type ExitNoticeKind = (typeof noticeKinds)[number];
export type ExitState = (typeof exitStates)[number];
export type ExitReason = (typeof exitReasons)[number];
export type ProbationState = (typeof probationStates)[number];
export type VerificationState = (typeof verificationStates)[number];

export type PartnerRecord = {
	readonly id: string;
	readonly organisationId: string;
	readonly applicationId: string | null;
	readonly name: string;
	readonly status: PartnerStatus;
	readonly admittedOn: Day;
	readonly nextVerificationOn: Day | null;
	readonly licenceExpiresOn: Day | null;
	readonly exitedOn: Day | null;
	readonly benefitsFrozenFrom: Day | null;
};

export type ExitCaseRecord = {
	readonly id: string;
	readonly number: string;
	readonly partnerId: string;
	readonly organisationId: string;
	readonly kind: ExitKind;
	readonly state: ExitState;
	readonly version: number;
	readonly priorStatus: PartnerStatus;
	readonly reasonCodes: readonly string[];
	readonly statement: string;
	readonly wishedOn: Day | null;
	readonly openedById: string;
	readonly openedAt: Date;
	readonly replyBy: Day;
	readonly reply: string | null;
	readonly isAppeal: boolean | null;
	readonly repliedAt: Date | null;
	readonly decideBy: Day | null;
	readonly decidedById: string | null;
	readonly decidedAt: Date | null;
	readonly decisionReason: string | null;
	readonly effectiveOn: Day | null;
};

export type ProbationRecord = {
	readonly id: string;
	readonly partnerId: string;
	readonly organisationId: string;
	readonly state: ProbationState;
	readonly version: number;
	readonly reason: string;
	readonly plan: ProbationPlan;
	readonly deadline: Day;
	readonly openedById: string | null;
	readonly openedAt: Date;
	readonly closedAt: Date | null;
	readonly closingNote: string | null;
};

export type VerificationRecord = {
	readonly id: string;
	readonly partnerId: string;
	readonly organisationId: string;
	readonly state: VerificationState;
	readonly version: number;
	readonly dueOn: Day;
	readonly openedAt: Date;
	readonly form: VerificationForm;
	readonly submittedAt: Date | null;
	readonly checks: VerificationChecks | null;
	readonly decidedAt: Date | null;
	readonly note: string | null;
};

/** The standards a machine can hold a partner against, and its licence. */
export type VerificationChecks = StandardsVerdict & { readonly isLicenceValid: boolean };

export type DepositRecord = {
	readonly id: string;
	readonly organisationId: string;
	readonly version: number;
	readonly state: "REPORTED" | "RETURNED" | "CONFIRMED" | "REFUNDED";
	readonly amountFen: bigint;
	readonly paidOn: Day;
	readonly refundFen: bigint | null;
	readonly deductionFen: bigint | null;
	readonly deductionReason: string | null;
	readonly deductionRule: string | null;
	readonly refundedOn: Day | null;
	readonly refundReference: string | null;
};

export type LifeEvent = {
	readonly id: string;
	readonly event: string;
	readonly toStatus: PartnerStatus;
	readonly at: Date;
	readonly note: string | null;
};

export type RedLineRow = {
	id: string;
	partnerId: string;
	partnerName: string;
	kind: "FABRICATED_TRADES" | "FORGED_CREDENTIALS";
	occurredOn: Day;
	note: string;
	recordedBy: string | null;
	recordedAt: Date;
	withdrawnAt: Date | null;
	withdrawReason: string | null;
};
