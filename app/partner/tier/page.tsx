import { FlaskConical, ListOrdered } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ForcePanel } from "@/components/forces/force-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { AppealPanel } from "@/components/tiers/appeals/appeal-panel";
import type { SourceLinks } from "@/components/tiers/criterion-source";
import { DraftBanner } from "@/components/tiers/draft-banner";
import { NextTier } from "@/components/tiers/next-tier";
import { CertificateList } from "@/components/tiers/outlook/certificate-list";
import { DropRisks } from "@/components/tiers/outlook/drop-risks";
import { RunsAhead } from "@/components/tiers/outlook/runs-ahead";
import { WayUp } from "@/components/tiers/outlook/way-up";
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
import { MEDIAN_FROM } from "@/lib/domains/tiers/constants";
import { loadOwnTier, type OwnTier } from "@/lib/domains/tiers/loaders";
import { loadOutlook } from "@/lib/domains/tiers/loaders/outlook";
import { loadAppealing } from "@/lib/domains/tiers/loaders/own-tier-appeals";
import type { DecisionReceipt, StoredReceipt, TrackMedian } from "@/lib/domains/tiers/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { addDays } from "@/lib/platform/time";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("tiers");
	return { title: t("page.metaTitle") };
}

export default async function PartnerTierPage() {
	const [t, own] = await Promise.all([getTranslations("tiers"), loadOwnTier()]);
	if (!own) return <NotAdmitted />;
	const { partner, stored, draft, history, policy, nextRun } = own;
	return (
		<ClientMessages namespaces={["tiers"]}>
			<PageHeader
				title={t("page.title")}
				description={t("page.description")}
				meta={<PartnerStatusBadge status={partner.status} />}
				actions={
					stored && (
						<>
							<OpenRanking />
							<OpenWhatIf />
						</>
					)
				}
			/>
			<div className="space-y-6">
				<StandingBanner partner={partner} stored={stored} />
				{draft && <DraftBanner draft={draft} held={stored ? partner.tier : null} />}
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
	const [{ way, margins, ahead, certificates, median }, appealing] = await Promise.all([
		loadOutlook(stored),
		loadAppealing(stored.runId),
	]);
	const sources = sourcesOf(receipt);
	return (
		<>
			<NextTier receipt={receipt} sources={sources} />
			{way && <WayUp way={way} receipt={receipt} />}
			<DropRisks margins={margins} receipt={receipt} />
			<RunsAhead runs={ahead} receipt={receipt} />
			<Receipt
				stored={stored}
				track={{ nameZh: partner.trackNameZh, nameEn: partner.trackNameEn }}
				downloadHref={routes.api.ownReceipt(stored.runId)}
				sources={sources}
				appealing={appealing}
			/>
			<AppealPanel appealing={appealing} />
			{receipt.scorecard && (
				<ForcePanel
					card={receipt.scorecard}
					percentiles={percentiles}
					needed={await floorOfNext(stored)}
					median={await describeMedian(median)}
				/>
			)}
			<CertificateList certificates={certificates} asOf={receipt.asOf} />
			<TierHistory rows={history} tiers={receipt.rules.tiers} />
		</>
	);
}

/** Days, certificates and indicators behind the criteria. */
function sourcesOf({ windows, rules }: DecisionReceipt): SourceLinks {
	const { from, to } = windows.gmv;
	const certificates = "#certificates";
	return {
		gmv: routes.partner.gmvBetween(from, addDays(to, -1), rules.gmvMeasure),
		composite: "#forces-title",
		force_floor: "#forces-title",
		experts_senior: certificates,
		experts_intermediate: certificates,
		experts_any: certificates,
		dispute_rate: "#indicator-dispute_rate",
	};
}

async function describeMedian(scoresBps: TrackMedian | null) {
	const t = await getTranslations("outlook");
	const note = scoresBps ? t("median.note") : t("median.none", { min: MEDIAN_FROM });
	return { label: t("median.label"), note, scoresBps };
}

async function floorOfNext({ receipt }: StoredReceipt) {
	const [t, locale] = await Promise.all([getTranslations("forces"), getLocale()]);
	const next = receipt.next && receipt.rules.tiers.find((tier) => tier.level === receipt.next?.tier);
	const floor = next?.criteria.find((criterion) => criterion.metric === "force_floor");
	if (!next || !floor) return null;
	const tier = tierLabel(receipt.rules.tiers, next.level, locale);
	return { label: t("panel.needed", { tier }), scoreBps: Number(floor.threshold) };
}

async function OpenRanking() {
	const t = await getTranslations("leaderboard");
	return (
		<Button asChild variant="secondary">
			<Link href={routes.partner.ranking()}>
				<ListOrdered aria-hidden="true" />
				{t("ranking.open")}
			</Link>
		</Button>
	);
}

async function OpenWhatIf() {
	const t = await getTranslations("outlook");
	return (
		<Button asChild variant="secondary">
			<Link href={routes.partner.whatIf()}>
				<FlaskConical aria-hidden="true" />
				{t("whatIf.open")}
			</Link>
		</Button>
	);
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
