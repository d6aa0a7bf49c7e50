import { Badge } from "@/components/ui/badge";
import type { StepState } from "@/lib/domains/playbook/types/steps";
import { getTranslations } from "@/lib/platform/i18n/server";

const stateTones = { OPEN: "neutral", CLOSED: "success", REOPENED: "danger" } as const;

export async function StateBadge({ state }: { state: StepState }) {
	const t = await getTranslations("stations");
	return <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>;
}
