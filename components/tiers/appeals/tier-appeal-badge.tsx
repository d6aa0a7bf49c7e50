import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import type { TierAppealState } from "@/lib/domains/tiers/types/appeals";
import { getTranslations } from "@/lib/platform/i18n/server";

const tones: StatusTones<TierAppealState> = {
	OPEN: "info",
	ACCEPTED: "success",
	REJECTED: "neutral",
	WITHDRAWN: "neutral",
};

export async function TierAppealBadge({ state }: { state: TierAppealState }) {
	const t = await getTranslations("tierappeals");
	return <StatusBadge status={state} tones={tones} label={t(`states.${state}`)} />;
}
