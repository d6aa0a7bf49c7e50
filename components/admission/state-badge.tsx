import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import type { ApplicationState } from "@/lib/domains/admission/types";

const tones: StatusTones<ApplicationState> = {
	DRAFT: "neutral",
	SUBMITTED: "info",
	IN_REVIEW: "brand",
	CHANGES_REQUESTED: "warning",
	APPROVED: "success",
	REJECTED: "danger",
	WITHDRAWN: "neutral",
};

export function StateBadge({ state, label }: { state: ApplicationState; label: string }) {
	return <StatusBadge status={state} tones={tones} label={label} />;
}
