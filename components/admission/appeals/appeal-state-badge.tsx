import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import type { AppealState } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";

const tones: StatusTones<AppealState> = {
	OPEN: "info",
	DISMISSED: "neutral",
	OVERTURNED: "warning",
	WITHDRAWN: "neutral",
};

export async function AppealStateBadge({ state }: { state: AppealState }) {
	const t = await getTranslations("review");
	return <StatusBadge status={state} tones={tones} label={t(`appeal.states.${state}`)} />;
}
