"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { usePolicyRefusal } from "@/components/policies/use-policy-refusal";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { confirmTierPolicyDraft, withdrawTierPolicyProposal } from "@/lib/domains/tiers/actions/policy-lab";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type ProposalBannerProps = {
	draftId: string;
	/** Of the draft as it was proposed. */
	version: number;
	nextVersion: number;
	proposal: { proposer: string | null; proposedAt: Date; effectiveOn: string; reason: string };
	isOwn: boolean;
	canManage: boolean;
};

/** A proposal that waits: another lead confirms it or sends it back, its proposer may take it back. */
export function ProposalBanner(props: ProposalBannerProps) {
	const { draftId, version, nextVersion, proposal, isOwn, canManage } = props;
	const t = useTranslations("policylab");
	const locale = useLocale();
	const router = useRouter();
	const run = useActionButton();
	const refusal = usePolicyRefusal();
	const day = formatDate(proposal.effectiveOn, locale);
	async function confirm() {
		const outcome = await confirmTierPolicyDraft({ draftId, version });
		if (!outcome.ok) {
			toast.error(refusal(outcome));
			router.refresh();
			return;
		}
		toast.success(t("draft.confirmed", { version: outcome.publishedVersion, told: outcome.told }));
		router.push(routes.ops.tierPolicy());
	}
	async function withdraw() {
		await run(withdrawTierPolicyProposal({ draftId, version }), t("draft.withdrawn"));
		router.refresh();
	}
	return (
		<Banner tone="warning" className="mb-4" title={t("draft.waiting")}>
			<p className="wrap-anywhere">
				{t("draft.waitingText", {
					by: proposal.proposer ?? "–",
					at: formatDateTime(proposal.proposedAt, locale),
					day,
					reason: proposal.reason,
				})}
			</p>
			{isOwn && <p className="mt-1">{t("draft.ownWaiting")}</p>}
			{canManage && (
				<div className="mt-3 flex flex-wrap gap-2">
					{!isOwn && (
						<ConfirmDialog
							trigger={<Button size="sm">{t("draft.confirm")}</Button>}
							title={t("draft.confirmTitle", { version: nextVersion })}
							description={t("draft.confirmText", { day })}
							confirmLabel={t("draft.confirm")}
							onConfirm={confirm}
						/>
					)}
					<Button size="sm" variant="secondary" onClick={withdraw}>
						{t(isOwn ? "draft.withdraw" : "draft.decline")}
					</Button>
				</div>
			)}
		</Banner>
	);
}
