"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { PublishingDialog } from "@/components/policies/publishing-dialog";
import { usePublishing } from "@/components/policies/use-publishing";
import { toast } from "@/components/ui/toast";
import { previewStepPolicy, publishStepPolicyDraft } from "@/lib/domains/playbook/actions/step-policy";
import { formatDate } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type Notice = { changed: number; noticeDays: number; many: number; earliest: string };

type Props = {
	draftId: string;
	nextVersion: number;
	isReady: boolean;
	/** Brings everything to the server first; answers the draft's version, or null when it could not. */
	flush: () => Promise<number | null>;
	/** What changes, shown once more. */
	children: React.ReactNode;
};

/** The last step: what changes, how many brands it moves, and the first day it judges. */
export function PublishStepPolicy({ draftId, nextVersion, isReady, flush, children }: Props) {
	const t = useTranslations("steppolicy");
	const locale = useLocale();
	const router = useRouter();
	const publishing = usePublishing<Notice>(flush, () => previewStepPolicy({}));
	const title = t("draft.publishTitle", { version: nextVersion });
	function publish() {
		publishing.send(
			(version) => publishStepPolicyDraft({ draftId, version, effectiveOn: publishing.day }),
			({ publishedVersion, told }) => {
				toast.success(t("draft.published", { version: publishedVersion, told }));
				router.push(routes.ops.stepPolicy());
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
			ruleOf={({ changed, many, noticeDays, earliest }) =>
				t("draft.noticeRule", { changed, many, days: noticeDays, earliest: formatDate(earliest, locale) })
			}
			sendLabel={title}
			onSend={publish}
		>
			{children}
		</PublishingDialog>
	);
}
