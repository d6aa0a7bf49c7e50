import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { AppealPanel } from "@/components/tiers/appeals/appeal-panel";
import { DraftBanner } from "@/components/tiers/draft-banner";
import { NextTier } from "@/components/tiers/next-tier";
import { Receipt } from "@/components/tiers/receipt";
import { Badge } from "@/components/ui/badge";
import { loadOwnDraft } from "@/lib/domains/tiers/loaders";
import { loadAppealing } from "@/lib/domains/tiers/loaders/own-tier-appeals";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("tiers");
	return { title: t("draft.metaTitle") };
}

/** The partner's own receipt in a run in notice: all of it, before it counts. */
export default async function DraftPage() {
	const [t, locale, own] = await Promise.all([getTranslations("tiers"), getLocale(), loadOwnDraft()]);
	const { stored, noticeUntil, partner, current } = own;
	const appealing = await loadAppealing(stored.runId);
	const title = t("draft.title", { month: formatMonth(stored.period, locale) });
	const until = formatDate(noticeUntil, locale);
	return (
		<ClientMessages namespaces={["tiers"]}>
			<Crumb label={title} />
			<PageHeader
				title={title}
				description={t("draft.description", { until })}
				meta={<Badge tone="warning">{t("draft.noticeUntil", { day: until })}</Badge>}
			/>
			<div className="space-y-6">
				<DraftBanner draft={own} held={current ? partner.tier : null} leads={false} />
				<NextTier receipt={stored.receipt} />
				<Receipt
					stored={stored}
					track={{ nameZh: partner.trackNameZh, nameEn: partner.trackNameEn }}
					downloadHref={routes.api.ownReceipt(stored.runId)}
					appealing={appealing}
				/>
				<AppealPanel appealing={appealing} />
			</div>
		</ClientMessages>
	);
}
