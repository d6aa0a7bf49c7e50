import { Banner } from "@/components/ui/banner";
import type { PartnerHead, StoredReceipt } from "@/lib/domains/tiers/types";
import { formatBps } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

/** What threatens the partnership itself, above everything else on the page: a red line, or probation. */
export async function StandingBanner({
	partner,
	stored,
}: {
	partner: PartnerHead;
	stored: StoredReceipt | null;
}) {
	const t = await getTranslations("tiers");
	const receipt = stored?.receipt;
	if (receipt?.decision.opensExitReview) {
		return (
			<Banner tone="danger" title={t("page.exitReview")}>
				{t("page.exitReviewHint")}
			</Banner>
		);
	}
	if (partner.status !== "PROBATION" || !receipt) return null;
	const { bottomRunsToProbation: runs, bottomShareBps } = receipt.rules.movement;
	return (
		<Banner tone="warning" title={t("page.probation")}>
			{t("page.probationHint", { runs, share: formatBps(bottomShareBps) })}
		</Banner>
	);
}
