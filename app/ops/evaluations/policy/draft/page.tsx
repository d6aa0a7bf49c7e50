import type { Metadata } from "next";
import { DraftPage, draftToEdit } from "@/components/policies/draft-page";
import { PolicyEditor } from "@/components/tiers/policy/policy-editor";
import { ProposalBanner } from "@/components/tiers/policy/proposal-banner";
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
	const [latest] = versions;
	const proposal = draft?.proposal ?? null;
	return (
		<DraftPage
			title={t("draft.title")}
			description={draft && t("draft.description", { version: draft.baseVersion })}
			back={{ href: routes.ops.tierPolicy(), label: t("draft.back") }}
			canManage={canManage}
			readOnly={t("draft.readOnly")}
			namespaces={["policylab", "tiers"]}
		>
			{draft && latest && proposal && (
				<ProposalBanner
					draftId={draft.id}
					version={draft.version}
					nextVersion={latest.version + 1}
					proposal={proposal}
					isOwn={proposal.proposerId === userId}
					canManage={canManage}
				/>
			)}
			{draft && latest && (
				<PolicyEditor
					key={`${draft.id}:${proposal?.proposedAt.toISOString() ?? "open"}`}
					draft={draftToEdit(draft)}
					latest={latest}
					runs={runs}
					tracks={tracks}
					canManage={canManage}
					isProposed={proposal !== null}
				/>
			)}
		</DraftPage>
	);
}
