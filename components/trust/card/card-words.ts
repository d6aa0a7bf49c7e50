import type { BadgeTone } from "@/components/ui/badge";
import type { StatusTones } from "@/components/ui/status-badge";
import type { TimelineTone } from "@/components/ui/timeline";
import type { CardEventKind, CardState } from "@/lib/domains/trust/types/card";

export const cardTones: StatusTones<CardState> = { HELD: "success", SUSPENDED: "danger", NONE: "neutral" };

export const checkTone = (isMet: boolean): BadgeTone => (isMet ? "success" : "warning");

export const eventTones: Partial<Record<CardEventKind, TimelineTone>> = {
	OPTED_IN: "success",
	TERMS_CONFIRMED: "brand",
	SUSPENDED: "danger",
	LIFTED: "success",
	APPEALED: "warning",
	APPEAL_UPHELD: "success",
};
