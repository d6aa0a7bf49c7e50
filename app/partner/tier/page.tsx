import type { Metadata } from "next";
import Link from "next/link";
import { ForcePanel } from "@/components/forces/force-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { NextTier } from "@/components/tiers/next-tier";
import { PartnerStatusBadge } from "@/components/tiers/partner-status-badge";
import { ProvisionalNotice } from "@/components/tiers/provisional-notice";
import { Receipt } from "@/components/tiers/receipt";
import { StandingBanner } from "@/components/tiers/standing-banner";
import { TierHero } from "@/components/tiers/tier-hero";
import { TierHistory } from "@/components/tiers/tier-history";
import { tierLabel } from "@/components/tiers/tier-names";
import { TierRequirements } from "@/components/tiers/tier-requirements";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnTier, type OwnTier } from "@/lib/domains/tiers/loaders";
import type { StoredReceipt } from "@/lib/domains/tiers/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("tiers");
	return { title: t("page.metaTitle") };
}

export default async function PartnerTierPage() {
	const [t, own] = await Promise.all([getTranslations("tiers"), loadOwnTier()]);
	if (!own) return <NotAdmitted />;
	const { partner, stored, history, policy, nextRun } = own;
	return (
		<ClientMessages namespaces={["tiers"]}>
			<PageHeader
				title={t("page.title")}
				description={t("page.description")}
				meta={<PartnerStatusBadge status={partner.status} />}
			/>
			<div className="space-y-6">
				<StandingBanner partner={partner} stored={stored} />
				<TierHero partner={partner} stored={stored} tiers={policy.tiers} />
				{stored ? (
					<Evaluated stored={stored} partner={partner} history={history} />
				) : (
					<>
						<ProvisionalNotice policy={policy} nextRun={nextRun} />
						<TierRequirements policy={policy} />
					</>
				)}
			</div>
		</ClientMessages>
	);
}

async function Evaluated({
	stored,
	partner,
	history,
}: Pick<OwnTier, "partner" | "history"> & { stored: StoredReceipt }) {
	const { receipt, percentiles } = stored;
	return (
		<>
			<NextTier receipt={receipt} gmvHref={routes.partner.shops()} />
			<Receipt
				stored={stored}
				track={{ nameZh: partner.trackNameZh, nameEn: partner.trackNameEn }}
				downloadHref={routes.api.ownReceipt(stored.runId)}
				gmvHref={routes.partner.shops()}
			/>
			{receipt.scorecard && (
				<ForcePanel card={receipt.scorecard} percentiles={percentiles} needed={await floorOfNext(stored)} />
			)}
			<TierHistory rows={history} tiers={receipt.rules.tiers} />
		</>
	);
}

async function floorOfNext({ receipt }: StoredReceipt) {
	const [t, locale] = await Promise.all([getTranslations("forces"), getLocale()]);
	const next = receipt.next && receipt.rules.tiers.find((tier) => tier.level === receipt.next?.tier);
	const floor = next?.criteria.find((criterion) => criterion.metric === "force_floor");
	if (!next || !floor) return null;
	const tier = tierLabel(receipt.rules.tiers, next.level, locale);
	return { label: t("panel.needed", { tier }), scoreBps: Number(floor.threshold) };
}

async function NotAdmitted() {
	const t = await getTranslations("tiers");
	return (
		<>
			<PageHeader title={t("page.title")} />
			<EmptyState
				title={t("page.notAdmitted")}
				description={t("page.notAdmittedHint")}
				actions={
					<Button asChild>
						<Link href={routes.partner.application()}>{t("page.toApplication")}</Link>
					</Button>
				}
			/>
		</>
	);
}
