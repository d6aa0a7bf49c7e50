import type { Metadata } from "next";
import Link from "next/link";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { BeginPolicyDraft } from "@/components/tiers/policy/begin-policy-draft";
import { ComparePolicies } from "@/components/tiers/policy/compare-policies";
import { EvaluationTabs } from "@/components/tiers/policy/evaluation-tabs";
import { PolicyFigures, TrackRules } from "@/components/tiers/policy/policy-figures";
import { ReplayPanel } from "@/components/tiers/policy/replay-panel";
import { TierRequirements } from "@/components/tiers/tier-requirements";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { loadPolicyLab, type PolicyLab } from "@/lib/domains/tiers/loaders/policy-lab";
import { loadOpenTierAppeals } from "@/lib/domains/tiers/loaders/tier-appeals";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("policylab");
	return { title: t("metaTitle") };
}

export default async function TierPolicyPage({ searchParams }: Props) {
	const [t, lab] = await Promise.all([getTranslations("policylab"), searchParams.then(loadPolicyLab)]);
	const { versions, tracks, runs, draft, compared } = lab;
	const current = versions.find(({ status }) => status === "inForce");
	return (
		<ClientMessages namespaces={["policylab", "policies", "errors"]}>
			<Crumb label={t("title")} />
			<PageHeader title={t("title")} description={t("description")} actions={<Actions lab={lab} />} />
			<EvaluationTabs current="policy" openAppeals={await loadOpenTierAppeals()} />
			<div className="space-y-4">
				<Notes lab={lab} />
				{current && <InForce version={current} tracks={tracks} />}
				<ReplayPanel
					versions={versions.map(({ version }) => version)}
					initial={draft ? null : (current?.version ?? 1)}
					hasDraft={draft !== null}
					runs={runs}
					tracks={tracks}
					tiers={current?.document.tiers ?? []}
				/>
				<VersionHistory versions={versions} compareHref={routes.ops.comparedTierPolicies} />
				<ComparePolicies versions={versions} compared={compared} tracks={tracks} />
			</div>
		</ClientMessages>
	);
}

async function Actions({ lab: { canManage, draft, versions } }: { lab: PolicyLab }) {
	const t = await getTranslations("policylab");
	if (draft) {
		return (
			<Button asChild variant={canManage ? "primary" : "secondary"}>
				<Link href={routes.ops.tierPolicyDraft()}>
					{t(canManage ? "overview.continue" : "overview.view")}
				</Link>
			</Button>
		);
	}
	if (!canManage) return null;
	return versions
		.filter(({ status }) => status === "inForce" || status === "upcoming")
		.map(({ version, status }) => (
			<BeginPolicyDraft key={version} version={version} isSecondary={status === "upcoming"} />
		));
}

async function Notes({ lab: { canManage, draft, versions } }: { lab: PolicyLab }) {
	const [t, locale] = await Promise.all([getTranslations("policylab"), getLocale()]);
	const proposal = draft?.proposal;
	return (
		<>
			{!canManage && <Banner>{t("overview.readOnly")}</Banner>}
			{draft && !proposal && (
				<Banner title={t("overview.draftOpen")}>
					{t("overview.draftOpenText", {
						by: draft.updatedBy ?? "–",
						at: formatDateTime(draft.updatedAt, locale),
					})}
				</Banner>
			)}
			{proposal && (
				<Banner tone="warning" title={t("overview.proposed")}>
					{t("overview.proposedText", {
						by: proposal.proposer ?? "–",
						day: formatDate(proposal.effectiveOn, locale),
						reason: proposal.reason,
					})}
				</Banner>
			)}
			{versions
				.filter(({ status }) => status === "upcoming")
				.map(({ version, effectiveFrom }) => (
					<Banner
						key={version}
						title={t("overview.upcomingTitle", { version, day: formatDate(effectiveFrom, locale) })}
					>
						{t("overview.upcomingText")}
					</Banner>
				))}
		</>
	);
}

async function InForce({
	version,
	tracks,
}: {
	version: PolicyLab["versions"][number];
	tracks: PolicyLab["tracks"];
}) {
	const [t, locale] = await Promise.all([getTranslations("policylab"), getLocale()]);
	return (
		<section className="space-y-4">
			<div>
				<h2 className="font-semibold text-base text-ink">
					{t("overview.current", { version: version.version })}
				</h2>
				<p className="mt-0.5 text-ink-faint text-xs">
					{version.isShipped
						? t("overview.shipped")
						: t("overview.since", { day: formatDate(version.effectiveFrom, locale) })}
					{" · "}
					{t("overview.criteriaHint")}
				</p>
			</div>
			<TierRequirements policy={version.document} />
			<PolicyFigures policy={version.document} tracks={tracks} />
			<TrackRules policy={version.document} tracks={tracks} />
		</section>
	);
}
