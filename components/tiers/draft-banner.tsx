import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { StoredDraft } from "@/lib/domains/tiers/types";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { tierLabel } from "./tier-names";

/** A run in notice: what its draft would make of the tier in force, and the way to object. */
export async function DraftBanner({
	draft,
	held,
	leads = true,
}: {
	draft: StoredDraft;
	held: TierLevel | null;
	/** False on the draft's own page. */
	leads?: boolean;
}) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const { receipt, period } = draft.stored;
	const { tiers } = receipt.rules;
	const to = tierLabel(tiers, receipt.decision.tier, locale);
	const words = () => {
		if (held === null) return t("draft.bannerFirst", { to });
		if (held === receipt.decision.tier) return t("draft.bannerSame", { to });
		return t("draft.bannerMove", { from: tierLabel(tiers, held, locale), to });
	};
	return (
		<Banner
			title={t("draft.bannerTitle", {
				month: formatMonth(period, locale),
				until: formatDate(draft.noticeUntil, locale),
			})}
			actions={
				leads && (
					<Button asChild size="sm" variant="secondary">
						<Link href={routes.partner.tierDraft()}>{t("draft.open")}</Link>
					</Button>
				)
			}
		>
			{words()}
		</Banner>
	);
}
