import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import type { DepositState } from "@/lib/domains/admission/types";

const tones: StatusTones<DepositState> = {
	REPORTED: "info",
	RETURNED: "warning",
	CONFIRMED: "success",
	REFUNDED: "neutral",
};

export function DepositBadge({ state, label }: { state: DepositState; label: string }) {
	return <StatusBadge status={state} tones={tones} label={label} />;
}
