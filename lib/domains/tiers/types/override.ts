import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { RunHead, RunStatus, StoredReceipt, TrackName } from "@/lib/domains/tiers/types";
import type { AmendmentPreview } from "@/lib/domains/tiers/types/amendment";
import type { Month } from "@/lib/platform/time";

export type TierOverrideState = "PROPOSED" | "CONFIRMED" | "REJECTED" | "WITHDRAWN";

/** A tier two leads set, or one wants to set, as the platform's staff read it. */
export type TierOverrideRow = {
	readonly id: string;
	readonly runId: string;
	readonly period: Month;
	readonly runStatus: RunStatus;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly organisationId: string;
	readonly fromTier: TierLevel;
	readonly tier: TierLevel;
	readonly reason: string;
	readonly state: TierOverrideState;
	readonly proposedById: string;
	readonly proposedBy: string | null;
	readonly proposedAt: Date;
	readonly decidedById: string | null;
	readonly decidedBy: string | null;
	readonly decidedAt: Date | null;
	readonly decisionNote: string | null;
	readonly amendedRunId: string | null;
	/** The receipt as it stands, which an answer names; null where it is gone. */
	readonly receiptHash: string | null;
	readonly currentTier: TierLevel | null;
	/** Whether the receipt was made anew since it was proposed. */
	readonly isReceiptNew: boolean;
	/** Whether the reader is bound to the company. */
	readonly hasConflict: boolean;
};

/** What the reader may do with a proposal that waits. */
export type OverrideDuty = "ANSWER" | "WITHDRAW" | "CONFLICT" | "READ";

export type OverrideShown = TierOverrideRow & { readonly duty: OverrideDuty };

/** One partner's verdict in a run as the platform's staff see it. */
export type PartnerVerdict = {
	readonly run: RunHead;
	readonly stored: StoredReceipt;
	readonly partner: { readonly id: string; readonly name: string };
	readonly track: TrackName;
	readonly overrides: readonly OverrideShown[];
	/** What confirming the one that waits would change; null where none does, or it cannot be any more. */
	readonly preview: AmendmentPreview | null;
	/** Whether another tier can be proposed here and now, by the reader. */
	readonly canPropose: boolean;
};
