"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { usePublishing } from "@/components/policies/use-publishing";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { Textarea } from "@/components/ui/textarea";
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
	const { notice, day } = publishing;
	const [reason, setReason] = useState("");
	function propose() {
		publishing.send(
			(version) => proposeTierPolicyDraft({ draftId, version, effectiveOn: day, reason }),
			() => {
				publishing.close();
				toast.success(t("draft.proposed"));
				router.refresh();
			},
		);
	}
	return (
		<>
			<Button disabled={!isReady} onClick={publishing.show}>
				{t("draft.propose")}
			</Button>
			<Dialog open={publishing.open} onOpenChange={publishing.onOpenChange}>
				<DialogContent
					size="lg"
					title={t("draft.proposeTitle", { version: nextVersion })}
					description={t("draft.proposeText")}
				>
					<div className="space-y-4">
						<div className="max-h-60 overflow-y-auto rounded-lg border px-4 py-2">{children}</div>
						{publishing.isMeasuring && (
							<p role="status" className="flex items-center gap-2 text-ink-soft text-sm">
								<Spinner /> {t("draft.measuring")}
							</p>
						)}
						{notice && (
							<>
								<Banner>
									{t("draft.noticeRule", {
										changed: notice.changed,
										many: notice.many,
										days: notice.noticeDays,
										earliest: formatDate(notice.earliest, locale),
									})}
								</Banner>
								<Field label={t("draft.effectiveOn")} required className="max-w-56">
									<Input
										type="date"
										value={day}
										onChange={(event) => publishing.setDay(event.target.value)}
									/>
								</Field>
								<Field label={t("draft.reason")} hint={t("draft.reasonHint")} required>
									<Textarea
										rows={3}
										maxLength={500}
										value={reason}
										onChange={(event) => setReason(event.target.value)}
									/>
								</Field>
							</>
						)}
						{publishing.error && (
							<Banner tone="danger" role="alert">
								{publishing.error}
							</Banner>
						)}
						<DialogActions>
							<Button
								pending={publishing.isSending}
								disabled={!notice || day === "" || reason.trim() === ""}
								onClick={propose}
							>
								{t("draft.propose")}
							</Button>
						</DialogActions>
					</div>
				</DialogContent>
			</Dialog>
		</>
	);
}
