import type {
	applicationStates,
	applicationSteps,
	approvalModes,
	benefitAudiences,
	benefitDeliveries,
	benefitModules,
	benefitProgrammes,
	benefitStatuses,
	itemKinds,
	limitPeriods,
} from "@/lib/domains/benefits/constants";
import type { PoolUnit } from "@/lib/domains/pools/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import type { Day } from "@/lib/platform/time";

export type BenefitProgramme = (typeof benefitProgrammes)[number];
export type BenefitModule = (typeof benefitModules)[number];
export type BenefitAudience = (typeof benefitAudiences)[number];
export type BenefitDelivery = (typeof benefitDeliveries)[number];
export type BenefitStatus = (typeof benefitStatuses)[number];
export type ApprovalMode = (typeof approvalModes)[number];
export type LimitPeriod = (typeof limitPeriods)[number];
export type ItemKind = (typeof itemKinds)[number];
export type ApplicationState = (typeof applicationStates)[number];
export type ApplicationStep = (typeof applicationSteps)[number];

/** Who may be given a benefit; a condition that is null or empty asks for nothing. */
export type BenefitTerms = {
	readonly minTier: number | null;
	readonly tracks: readonly string[];
	/** STEPS step a brand must have reached. */
	readonly minStep: number | null;
	/** Neither on probation nor under notice to leave. */
	readonly goodStanding: boolean;
};

export type Benefit = {
	readonly id: string;
	readonly code: string;
	readonly version: number;
	readonly status: BenefitStatus;
	readonly programme: BenefitProgramme;
	readonly module: BenefitModule;
	readonly audience: BenefitAudience;
	readonly delivery: BenefitDelivery;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly descriptionZh: string;
	readonly descriptionEn: string;
	readonly terms: BenefitTerms;
	readonly poolId: string | null;
	readonly amount: bigint | null;
	readonly perPeriod: number | null;
	readonly period: LimitPeriod;
	readonly totalLimit: number | null;
	readonly approval: ApprovalMode;
	readonly fourEyesAbove: bigint | null;
	readonly opensOn: Day | null;
	readonly closesOn: Day | null;
	readonly validDays: number | null;
	readonly proofZh: string;
	readonly proofEn: string;
	/** Of the pool; null without one. */
	readonly unit: PoolUnit | null;
	readonly poolNameZh: string | null;
	readonly poolNameEn: string | null;
	readonly poolAvailable: bigint | null;
	/** Applications that count against the total. */
	readonly usedTotal: number;
};

/** A benefit as it stood when it was saved; `items` are the titles of what could be taken, in Chinese. */
export type BenefitVersion = {
	readonly version: number;
	readonly savedBy: string;
	readonly savedAt: Date;
	readonly benefit: Benefit;
	readonly items: readonly string[];
};

/** A benefit in the operators' list. */
export type BenefitRow = Benefit & {
	readonly waiting: number;
	readonly granted: number;
	readonly takings: number;
};

export type BenefitItem = {
	readonly id: string;
	readonly kind: ItemKind;
	readonly titleZh: string;
	readonly titleEn: string;
	readonly url: string;
	readonly isActive: boolean;
	readonly taken: number;
	readonly done: number;
};

/** The same for somebody who may take it. */
export type OwnItem = Omit<BenefitItem, "taken" | "done" | "isActive"> & {
	readonly takenAt: Date | null;
	readonly doneAt: Date | null;
};

/** Who would be given a benefit, as the eligibility rule asks. */
export type Holder = {
	readonly kind: "PARTNER" | "BRAND";
	readonly name: string;
	/** The partner a grant is booked for; for a brand, who operates its shops. */
	readonly partnerId: string | null;
	readonly tier: number | null;
	readonly tracks: readonly string[];
	readonly step: number | null;
	readonly status: "ACTIVE" | "PROBATION" | "EXIT_NOTICE" | "EXITED" | "NONE";
	readonly isFrozen: boolean;
};

export type ConditionCode =
	| "OFFERED"
	| "OPENED"
	| "NOT_CLOSED"
	| "ADMITTED"
	| "TIER"
	| "TRACK"
	| "STEP"
	| "STANDING"
	| "CARRIER"
	| "PERIOD_LIMIT"
	| "TOTAL_LIMIT"
	| "POOL";

/** One condition with what was found and what is asked for; both as text that can be stored and shown again. */
export type Condition = {
	readonly code: ConditionCode;
	readonly holds: boolean;
	readonly value: string;
	readonly threshold: string;
};

export type Eligibility = { readonly eligible: boolean; readonly conditions: readonly Condition[] };

/** A benefit as somebody sees it who may be given it. */
export type OfferedBenefit = { readonly benefit: Benefit; readonly eligibility: Eligibility };

/** What the receiver says it brought; its own words and figures, not the platform's. */
export type EffectReport = {
	readonly done: string;
	readonly gmvBeforeFen: string;
	readonly gmvAfterFen: string;
	readonly link: string;
};

export type BenefitUse = {
	readonly id: string;
	readonly amount: bigint;
	readonly usedOn: Day;
	readonly evidence: string;
	readonly at: Date;
	readonly by: string | null;
	/** How many files prove it. */
	readonly files: number;
};

/** What proves the uses of an application, by use, and what shows its effect. */
export type BenefitFiles = {
	readonly ofUse: Readonly<Record<string, readonly EvidenceFile[]>>;
	readonly ofReport: readonly EvidenceFile[];
};

export type ApplicationRow = {
	readonly id: string;
	readonly benefitId: string;
	readonly benefitNameZh: string;
	readonly benefitNameEn: string;
	readonly audience: BenefitAudience;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly partnerId: string | null;
	readonly partnerName: string | null;
	readonly streamer: string | null;
	readonly amount: bigint;
	readonly unit: PoolUnit | null;
	readonly spent: bigint;
	readonly state: ApplicationState;
	readonly firstById: string | null;
	readonly firstByName: string | null;
	readonly expiresOn: Day | null;
	readonly createdAt: Date;
};

export type ApplicationRecord = ApplicationRow & {
	readonly benefitVersion: number;
	readonly period: LimitPeriod;
	readonly fourEyesAbove: bigint | null;
	readonly poolId: string | null;
	readonly statement: string;
	readonly eligibility: Eligibility;
	readonly decidedByName: string | null;
	readonly decidedAt: Date | null;
	readonly reason: string | null;
	readonly grantId: string | null;
	readonly grantedOn: Day | null;
	readonly effect: EffectReport | null;
	readonly reportedAt: Date | null;
	readonly createdByName: string | null;
	readonly proofZh: string;
	readonly proofEn: string;
};

export type HistoryLine = {
	readonly id: string;
	readonly at: Date;
	readonly by: string;
	readonly action: string;
	readonly reason: string | null;
};
