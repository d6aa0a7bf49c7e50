import type { StatusTones } from "@/components/ui/status-badge";
import type { RecallRow } from "@/lib/domains/trust/types/claim-views";
import type { ClaimState, ScreenOutcome, ScreenVerdict } from "@/lib/domains/trust/types/claims";

export const claimTones: StatusTones<ClaimState> = {
	OPENED: "info",
	EVIDENCE: "warning",
	DECIDED: "brand",
	PAID: "success",
	CLOSED: "neutral",
};

export const verdictTones: StatusTones<ScreenVerdict> = {
	PASS: "success",
	FAIL: "danger",
	PERSON: "warning",
};

export const outcomeTones: StatusTones<ScreenOutcome> = {
	pass: "success",
	fail: "danger",
	unknown: "warning",
	review: "info",
};

export const recallTones: StatusTones<RecallRow["state"]> = {
	PREVIEWED: "info",
	RUNNING: "warning",
	DONE: "success",
	DROPPED: "neutral",
};
