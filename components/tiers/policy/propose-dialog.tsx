"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { PublishingDialog } from "@/components/policies/publishing-dialog";
import { usePublishing } from "@/components/policies/use-publishing";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { previewTierPolicy, proposeTierPolicyDraft } from "@/lib/domains/tiers/actions/policy-lab";
import { formatDate } from "@/lib/platform/format";

type Notice = { changed: number; noticeDays: number; many: number; earliest: string };

type ProposeDialogProps = {
	draftId: string;
	nextVersion: number;
	isReady: boolean;
	/** Brings everything to the server first; answers the draft's version, or null when it could not. */
	flush: () => Promise<number | null>;
	/** What changes, shown once more. */
	children: React.ReactNode;
};

/** One lead's half of publishing: what changes, how many it moves, the day and the reason. */
export function ProposeDialog({ draftId, nextVersion, isReady, flush, children }: ProposeDialogProps) {
	const t = useTranslations("policylab");
	const locale = useLocale();
	const router = useRouter();
	const publishing = usePublishing<Notice>(flush, () => previewTierPolicy({}));
	const [reason, setReason] = useState("");
	function propose() {
		publishing.send(
			(version) => proposeTierPolicyDraft({ draftId, version, effectiveOn: publishing.day, reason }),
			() => {
				publishing.close();
				toast.success(t("draft.proposed"));
				router.refresh();
			},
		);
	}
	return (
		<PublishingDialog
			publishing={publishing}
			label={t("draft.propose")}
			isReady={isReady}
			title={t("draft.proposeTitle", { version: nextVersion })}
			description={t("draft.proposeText")}
			ruleOf={(notice) =>
				t("draft.noticeRule", {
					changed: notice.changed,
					many: notice.many,
					days: notice.noticeDays,
					earliest: formatDate(notice.earliest, locale),
				})
			}
			fields={
				<Field label={t("draft.reason")} hint={t("draft.reasonHint")} required>
					<Textarea
						rows={3}
						maxLength={500}
						value={reason}
						onChange={(event) => setReason(event.target.value)}
					/>
				</Field>
			}
			isFilled={reason.trim() !== ""}
			sendLabel={t("draft.propose")}
			onSend={propose}
		>
			{children}
		</PublishingDialog>
	);
}
