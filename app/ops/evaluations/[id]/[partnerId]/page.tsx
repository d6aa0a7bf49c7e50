import type { Metadata } from "next";
import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { OverrideCard } from "@/components/tiers/override/override-card";
import { ProposeOverride } from "@/components/tiers/override/propose-override";
import { Receipt } from "@/components/tiers/receipt";
import { runTones } from "@/components/tiers/run-tones";
import { tierLabel } from "@/components/tiers/tier-names";
import { trackName } from "@/components/tiers/track-name";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadPartnerVerdict } from "@/lib/domains/tiers/loaders/overrides";
import type { PartnerVerdict } from "@/lib/domains/tiers/types/override";
import { formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("overrides");
	return { title: t("page.metaTitle") };
}

/** One partner's receipt in a run, as the partner reads it, and what two leads may set by hand. */
export default async function VerdictPage({
	params,
}: {
	params: Promise<{ id: string; partnerId: string }>;
}) {
	const { id, partnerId } = await params;
	const verdict = await loadPartnerVerdict(id, partnerId);
	const [t, tTiers, locale] = await Promise.all([
		getTranslations("overrides"),
		getTranslations("tiers"),
		getLocale(),
	]);
	const { run, stored, partner, track } = verdict;
	return (
		<ClientMessages namespaces={["overrides", "errors"]}>
			<Crumb label={partner.name} />
			<PageHeader
				title={t("page.title", { partner: partner.name, month: formatMonth(run.period, locale) })}
				description={t("page.description", { track: trackName(track, locale) })}
				meta={
					<StatusBadge status={run.status} tones={runTones} label={tTiers(`runs.statusName.${run.status}`)} />
				}
				actions={<Actions verdict={verdict} />}
			/>
			<div className="space-y-6">
				{run.isSuperseded && <Banner tone="warning">{t("page.superseded")}</Banner>}
				<OverrideCard verdict={verdict} />
				<Receipt
					stored={stored}
					track={track}
					downloadHref={routes.api.partnerReceipt(run.runId, partner.id)}
				/>
			</div>
		</ClientMessages>
	);
}

async function Actions({ verdict }: { verdict: PartnerVerdict }) {
	const [t, locale] = await Promise.all([getTranslations("overrides"), getLocale()]);
	const { run, stored, partner, canPropose } = verdict;
	const { rules, decision } = stored.receipt;
	const tiers = rules.tiers.map(({ level }) => ({ level, label: tierLabel(rules.tiers, level, locale) }));
	return (
		<>
			<Button asChild variant="ghost">
				<Link href={routes.ops.partner(partner.id)}>{t("page.partner")}</Link>
			</Button>
			{canPropose && decision.redLines.length === 0 && (
				<ProposeOverride
					target={{ runId: run.runId, partnerId: partner.id, receiptHash: stored.receiptHash }}
					partnerName={partner.name}
					current={decision.tier}
					tiers={tiers}
					isFinal={run.status === "FINAL"}
				/>
			)}
		</>
	);
}
