"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { PublishingDialog } from "@/components/policies/publishing-dialog";
import { usePublishing } from "@/components/policies/use-publishing";
import { toast } from "@/components/ui/toast";
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
	const title = t("draft.publishTitle", { version: nextVersion });
	function publish() {
		publishing.send(
			(version) => publishPolicyDraft({ kind, draftId, version, effectiveOn: publishing.day }),
			({ publishedVersion, told }) => {
				toast.success(t("draft.published", { version: publishedVersion, told }));
				router.push(routes.ops.standards(kind === "agreement" ? kind : undefined));
			},
		);
	}
	return (
		<PublishingDialog
			publishing={publishing}
			label={t("draft.publish")}
			isReady={isReady}
			title={title}
			description={t("draft.publishText")}
			ruleOf={(notice) =>
				t("draft.noticeRule", {
					affected: notice.affected,
					many: notice.manyOpenApplications,
					days: notice.noticeDays,
					earliest: formatDate(notice.earliest, locale),
				})
			}
			sendLabel={title}
			onSend={publish}
		>
			{children}
		</PublishingDialog>
	);
}
