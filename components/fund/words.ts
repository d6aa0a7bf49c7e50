import type { BadgeTone } from "@/components/ui/badge";
import type { StatusTones } from "@/components/ui/status-badge";
import type { TimelineTone } from "@/components/ui/timeline";
import type { FundChoice, FundStage } from "@/lib/domains/fund/types";

export const stageTones: StatusTones<FundStage> = {
	APPLIED: "info",
	SCREENING: "info",
	DUE_DILIGENCE: "brand",
	COMMITTEE: "warning",
	INVESTED: "success",
	DECLINED: "danger",
	WITHDRAWN: "neutral",
};

export const stageDots: Record<FundStage, TimelineTone> = {
	APPLIED: "neutral",
	SCREENING: "neutral",
	DUE_DILIGENCE: "brand",
	COMMITTEE: "warning",
	INVESTED: "success",
	DECLINED: "danger",
	WITHDRAWN: "neutral",
};

export const choiceTones = {
	FOR: "success",
	AGAINST: "danger",
	ABSTAIN: "neutral",
} as const satisfies Record<FundChoice, BadgeTone>;
