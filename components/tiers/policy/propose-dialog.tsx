"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { usePolicyRefusal } from "@/components/tiers/policy/use-policy-refusal";
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
	const refusal = usePolicyRefusal();
	const [open, setOpen] = useState(false);
	const [notice, setNotice] = useState<Notice | null>(null);
	const [day, setDay] = useState("");
	const [reason, setReason] = useState("");
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function show() {
		setOpen(true);
		setError(null);
		setNotice(null);
		startTransition(async () => {
			if ((await flush()) === null) return setError(refusal({ reason: "STALE_VERSION" }));
			const outcome = await previewTierPolicy({});
			if (!outcome.ok) return setError(refusal(outcome));
			setNotice(outcome);
			setDay(outcome.earliest);
		});
	}
	function propose() {
		setError(null);
		startTransition(async () => {
			const version = await flush();
			if (version === null) return setError(refusal({ reason: "STALE_VERSION" }));
			const outcome = await proposeTierPolicyDraft({ draftId, version, effectiveOn: day, reason });
			if (!outcome.ok) return setError(refusal(outcome));
			setOpen(false);
			toast.success(t("draft.proposed"));
			router.refresh();
		});
	}
	return (
		<>
			<Button disabled={!isReady} onClick={show}>
				{t("draft.propose")}
			</Button>
			<Dialog open={open} onOpenChange={(next) => !pending && setOpen(next)}>
				<DialogContent
					size="lg"
					title={t("draft.proposeTitle", { version: nextVersion })}
					description={t("draft.proposeText")}
				>
					<div className="space-y-4">
						<div className="max-h-60 overflow-y-auto rounded-lg border px-4 py-2">{children}</div>
						{!notice && pending && (
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
									<Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
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
						{error && (
							<Banner tone="danger" role="alert">
								{error}
							</Banner>
						)}
						<DialogActions>
							<Button
								pending={pending && notice !== null}
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
