import { StatusBadge } from "@/components/ui/status-badge";
import type { PartnerHead } from "@/lib/domains/tiers/types";
import { getTranslations } from "@/lib/platform/i18n/server";

const tones = { ACTIVE: "success", PROBATION: "warning", EXIT_NOTICE: "danger", EXITED: "neutral" } as const;

export async function PartnerStatusBadge({ status }: { status: PartnerHead["status"] }) {
	const t = await getTranslations("tiers");
	return <StatusBadge status={status} tones={tones} label={t(`status.${status}`)} />;
}
