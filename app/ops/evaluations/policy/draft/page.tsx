import type { Metadata } from "next";
import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { PolicyEditor } from "@/components/tiers/policy/policy-editor";
import { ProposalBanner } from "@/components/tiers/policy/proposal-banner";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadPolicyLab } from "@/lib/domains/tiers/loaders/policy-lab";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("policylab");
	return { title: t("draft.title") };
}

export default async function TierPolicyDraftPage() {
	const [t, lab] = await Promise.all([getTranslations("policylab"), loadPolicyLab({})]);
	const { draft, versions, runs, tracks, canManage, userId } = lab;
	const latest = versions[0];
	const back = (
		<Button variant="secondary" asChild>
			<Link href={routes.ops.tierPolicy()}>{t("draft.back")}</Link>
		</Button>
	);
	if (!draft || !latest) {
		return (
			<>
				<Crumb label={t("draft.title")} />
				<PageHeader title={t("draft.title")} />
				<Card>
					<EmptyState title={t("draft.none")} description={t("draft.noneText")} actions={back} />
				</Card>
			</>
		);
	}
	const { proposal } = draft;
	return (
		<ClientMessages namespaces={["policylab", "policies", "drafts", "tiers", "errors"]}>
			<Crumb label={t("draft.title")} />
			<PageHeader
				title={t("draft.title")}
				description={t("draft.description", { version: draft.baseVersion })}
				actions={back}
			/>
			{!canManage && <Banner className="mb-4">{t("draft.readOnly")}</Banner>}
			{proposal && (
				<ProposalBanner
					draftId={draft.id}
					version={draft.version}
					nextVersion={latest.version + 1}
					proposal={proposal}
					isOwn={proposal.proposerId === userId}
					canManage={canManage}
				/>
			)}
			<PolicyEditor
				key={`${draft.id}:${proposal?.proposedAt.toISOString() ?? "open"}`}
				draft={{ draftId: draft.id, version: draft.version, form: draft.form, savedAt: draft.updatedAt }}
				latest={latest}
				runs={runs}
				tracks={tracks}
				canManage={canManage}
				isProposed={proposal !== null}
			/>
		</ClientMessages>
	);
}
