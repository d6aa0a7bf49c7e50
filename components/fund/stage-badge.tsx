import { StatusBadge } from "@/components/ui/status-badge";
import type { FundStage } from "@/lib/domains/fund/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { stageTones } from "./words";

export async function StageBadge({ stage }: { stage: FundStage }) {
	const t = await getTranslations("fund");
	return <StatusBadge status={stage} tones={stageTones} label={t(`stages.${stage}`)} />;
}
