import type { Metadata } from "next";
import { PolicyActions, PolicyInForce, PolicyNotes } from "@/components/policies/policy-overview";
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
import { loadPolicyLab, type PolicyLab } from "@/lib/domains/tiers/loaders/policy-lab";
import { loadOpenTierAppeals } from "@/lib/domains/tiers/loaders/tier-appeals";
import { formatDate } from "@/lib/platform/format";
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
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<PolicyActions
						{...lab}
						draftHref={routes.ops.tierPolicyDraft()}
						begin={(version, isSecondary) => (
							<BeginPolicyDraft key={version} version={version} isSecondary={isSecondary} />
						)}
					/>
				}
			/>
			<EvaluationTabs current="policy" openAppeals={await loadOpenTierAppeals()} />
			<div className="space-y-4">
				<PolicyNotes {...lab} draft={draft?.proposal ? null : draft} readOnly={t("overview.readOnly")}>
					{draft?.proposal && <Proposed {...draft.proposal} />}
				</PolicyNotes>
				{current && (
					<PolicyInForce version={current} hint={t("overview.criteriaHint")}>
						<TierRequirements policy={current.document} />
						<PolicyFigures policy={current.document} tracks={tracks} />
						<TrackRules policy={current.document} tracks={tracks} />
					</PolicyInForce>
				)}
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

/** A draft that waits for a second lead. */
async function Proposed({
	proposer,
	effectiveOn,
	reason,
}: NonNullable<NonNullable<PolicyLab["draft"]>["proposal"]>) {
	const [t, locale] = await Promise.all([getTranslations("policylab"), getLocale()]);
	return (
		<Banner tone="warning" title={t("overview.proposed")}>
			{t("overview.proposedText", { by: proposer ?? "–", day: formatDate(effectiveOn, locale), reason })}
		</Banner>
	);
}
