import type { fundChoices, fundStages } from "@/lib/domains/fund/constants";
import type { FundPolicy } from "@/lib/domains/fund/schema";
import type { MovementRecord } from "@/lib/domains/pools/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import type { Day } from "@/lib/platform/time";

export type FundStage = (typeof fundStages)[number];
export type FundChoice = (typeof fundChoices)[number];

export type FundVote = {
	readonly userId: string;
	readonly userName: string;
	readonly round: number;
	readonly choice: FundChoice;
	readonly reason: string;
	readonly at: Date;
};

/** What a round of votes comes to. Abstentions count towards the quorum and not towards the majority. */
export type Tally = {
	readonly for: number;
	readonly against: number;
	readonly abstain: number;
	readonly cast: number;
	/** Votes still missing for the quorum. */
	readonly missing: number;
	readonly hasQuorum: boolean;
	readonly isCarried: boolean;
};

/** A card of the board. */
export type FundCard = {
	readonly id: string;
	readonly number: string;
	readonly partnerName: string;
	readonly title: string;
	readonly stage: FundStage;
	readonly version: number;
	readonly askedFen: bigint;
	readonly committedFen: bigint | null;
	readonly assigneeId: string | null;
	readonly assigneeName: string | null;
	readonly stageSince: Date;
	readonly votes: number;
	readonly isBound: boolean;
};

export type FundColumn = {
	readonly stage: FundStage;
	readonly count: number;
	readonly askedFen: bigint;
	readonly committedFen: bigint;
	readonly cards: readonly FundCard[];
};

/** An application as both sides may know it. */
export type FundApplication = {
	readonly id: string;
	readonly number: string;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly organisationId: string;
	readonly poolId: string;
	readonly title: string;
	readonly story: string;
	readonly useOfFunds: string;
	readonly askedFen: bigint;
	readonly stage: FundStage;
	readonly version: number;
	readonly stageSince: Date;
	readonly appliedByName: string | null;
	readonly appliedAt: Date;
	readonly decidedAt: Date | null;
	readonly decisionReason: string | null;
	readonly committedFen: bigint | null;
	readonly grant: FundGrant | null;
};

/** The commitment's place in the pool. */
export type FundGrant = {
	readonly id: string;
	readonly reserved: bigint;
	readonly open: bigint;
	readonly spent: bigint;
	readonly clawedBack: bigint;
	readonly released: bigint;
};

/** A payment of a commitment: planned for a day under a condition, or made. */
export type FundTranche = {
	readonly id: string;
	readonly amount: bigint;
	readonly dueOn: Day;
	readonly condition: string;
	readonly paidOn: Day | null;
};

/** What only the platform knows of it. */
export type FundCase = FundApplication & {
	readonly round: number;
	readonly policyVersion: number | null;
	readonly assigneeId: string | null;
	readonly assigneeName: string | null;
	readonly decidedByName: string | null;
};

export type FundEvent = {
	readonly id: string;
	readonly fromStage: FundStage | null;
	readonly toStage: FundStage;
	readonly actorLabel: string;
	readonly at: Date;
	readonly reason: string | null;
	readonly isShared: boolean;
};

export type FundNote = {
	readonly id: string;
	readonly authorName: string;
	readonly body: string;
	readonly at: Date;
};

/** Somebody who works on the fund; `isBound`: has declared a conflict of interest with the company. */
export type FundPerson = {
	readonly userId: string;
	readonly name: string;
	readonly role: string;
	readonly isMember: boolean;
	readonly isBound: boolean;
};

export type FundMovement = Pick<
	MovementRecord,
	"id" | "kind" | "fromAccount" | "toAccount" | "amount" | "reason" | "actorLabel" | "at" | "bookedOn"
>;

/** What whoever reads the case may do with it now. */
export type FundRights = {
	readonly moves: readonly FundStage[];
	readonly canWork: boolean;
	readonly canAssign: boolean;
	readonly canVote: boolean;
	readonly canDecide: boolean;
	readonly canPay: boolean;
	readonly isBound: boolean;
};

export type FundCasePage = {
	readonly application: FundCase;
	readonly policy: { readonly version: number; readonly document: FundPolicy };
	readonly tally: Tally;
	readonly votes: readonly FundVote[];
	readonly ownVote: FundVote | null;
	readonly people: readonly FundPerson[];
	readonly events: readonly FundEvent[];
	readonly notes: readonly FundNote[];
	readonly movements: readonly FundMovement[];
	readonly tranches: readonly FundTranche[];
	readonly files: readonly EvidenceFile[];
	readonly internalFiles: readonly EvidenceFile[];
	readonly available: bigint;
	readonly rights: FundRights;
	/** Whoever reads it, and whether they may add a note. */
	readonly ownId: string;
	readonly canNote: boolean;
	readonly today: Day;
};

export type OwnFundPage = {
	readonly application: FundApplication;
	readonly events: readonly FundEvent[];
	readonly movements: readonly FundMovement[];
	readonly tranches: readonly FundTranche[];
	readonly files: readonly EvidenceFile[];
	readonly today: Day;
	readonly canWithdraw: boolean;
	readonly canUpload: boolean;
};
