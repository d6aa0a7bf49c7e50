"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { PublishingDialog } from "@/components/policies/publishing-dialog";
import { usePublishing } from "@/components/policies/use-publishing";
import { toast } from "@/components/ui/toast";
import { previewTrustPolicy, publishTrustPolicyDraft } from "@/lib/domains/trust/actions/policies";
import type { TrustPolicyKind } from "@/lib/domains/trust/types/policy";
import { formatDate } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type Notice = { noticeDays: number; earliest: string };

type Props = {
	kind: TrustPolicyKind;
	draftId: string;
	nextVersion: number;
	isReady: boolean;
	/** Brings everything to the server first; answers the draft's version, or null when it could not. */
	flush: () => Promise<number | null>;
	/** What changes, shown once more. */
	children: React.ReactNode;
};

/** The last step: what changes, and the first day whose orders it covers. */
export function PublishTrustPolicy({ kind, draftId, nextVersion, isReady, flush, children }: Props) {
	const t = useTranslations("trustrules");
	const locale = useLocale();
	const router = useRouter();
	const publishing = usePublishing<Notice>(flush, () => previewTrustPolicy({ kind }));
	const title = t("draft.publishTitle", { version: nextVersion });
	function publish() {
		publishing.send(
			(version) => publishTrustPolicyDraft({ kind, draftId, version, effectiveOn: publishing.day }),
			({ publishedVersion, told }) => {
				toast.success(t("draft.published", { version: publishedVersion, told }));
				router.push(routes.ops.trustPolicy(kind));
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
			ruleOf={({ noticeDays, earliest }) =>
				t("draft.noticeRule", { days: noticeDays, earliest: formatDate(earliest, locale) })
			}
			sendLabel={title}
			onSend={publish}
		>
			{children}
		</PublishingDialog>
	);
}
