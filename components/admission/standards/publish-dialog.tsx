"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { usePublishing } from "@/components/policies/use-publishing";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { previewPolicyDraft, publishPolicyDraft } from "@/lib/domains/admission/actions/standards";
import type { DraftedKind } from "@/lib/domains/admission/schema/standards-form";
import { formatDate } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type Notice = { affected: number; noticeDays: number; manyOpenApplications: number; earliest: string };

type PublishDialogProps = {
	kind: DraftedKind;
	draftId: string;
	nextVersion: number;
	isReady: boolean;
	/** Brings everything to the server first; answers the draft's version, or null when it could not. */
	flush: () => Promise<number | null>;
	/** What changes, shown once more before it is published. */
	children: React.ReactNode;
};

/** The last step: what changes, how many it affects, and the day it takes effect. */
export function PublishDialog({ kind, draftId, nextVersion, isReady, flush, children }: PublishDialogProps) {
	const t = useTranslations("standards");
	const locale = useLocale();
	const router = useRouter();
	const publishing = usePublishing<Notice>(flush, () => previewPolicyDraft({ kind }));
	const { notice, day } = publishing;
	function publish() {
		publishing.send(
			(version) => publishPolicyDraft({ kind, draftId, version, effectiveOn: day }),
			({ publishedVersion, told }) => {
				toast.success(t("draft.published", { version: publishedVersion, told }));
				router.push(routes.ops.standards(kind === "agreement" ? kind : undefined));
			},
		);
	}
	return (
		<>
			<Button disabled={!isReady} onClick={publishing.show}>
				{t("draft.publish")}
			</Button>
			<Dialog open={publishing.open} onOpenChange={publishing.onOpenChange}>
				<DialogContent
					size="lg"
					title={t("draft.publishTitle", { version: nextVersion })}
					description={t("draft.publishText")}
				>
					<div className="space-y-4">
						<div className="max-h-72 overflow-y-auto rounded-lg border px-4 py-2">{children}</div>
						{publishing.isMeasuring && (
							<p role="status" className="flex items-center gap-2 text-ink-soft text-sm">
								<Spinner /> {t("draft.measuring")}
							</p>
						)}
						{notice && (
							<>
								<Banner>
									{t("draft.noticeRule", {
										affected: notice.affected,
										many: notice.manyOpenApplications,
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
							</>
						)}
						{publishing.error && (
							<Banner tone="danger" role="alert">
								{publishing.error}
							</Banner>
						)}
						<DialogActions>
							<Button pending={publishing.isSending} disabled={!notice || day === ""} onClick={publish}>
								{t("draft.publishTitle", { version: nextVersion })}
							</Button>
						</DialogActions>
					</div>
				</DialogContent>
			</Dialog>
		</>
	);
}
