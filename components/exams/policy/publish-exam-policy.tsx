"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { PublishingDialog } from "@/components/policies/publishing-dialog";
import { usePublishing } from "@/components/policies/use-publishing";
import { toast } from "@/components/ui/toast";
import { previewExamPolicy, publishExamPolicyDraft } from "@/lib/domains/certification/actions/exam-policy";
import { MANY_EXAM_PARTNERS } from "@/lib/domains/certification/constants/exam-form";
import { formatDate } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type Notice = { partners: number; noticeDays: number; earliest: string };

type Props = {
	draftId: string;
	nextVersion: number;
	isReady: boolean;
	/** Brings everything to the server first; answers the draft's version, or null when it could not. */
	flush: () => Promise<number | null>;
	/** How far the bank fills what is published. */
	coverage: React.ReactNode;
	/** What changes, shown once more. */
	children: React.ReactNode;
};

/** The last step: what changes, whether the bank has enough for it, whom it reaches, and its first day. */
export function PublishExamPolicy({ draftId, nextVersion, isReady, flush, coverage, children }: Props) {
	const t = useTranslations("exampolicy.draft");
	const locale = useLocale();
	const router = useRouter();
	const publishing = usePublishing<Notice>(flush, () => previewExamPolicy({}));
	const title = t("publishTitle", { version: nextVersion });
	function publish() {
		publishing.send(
			(version) => publishExamPolicyDraft({ draftId, version, effectiveOn: publishing.day }),
			({ publishedVersion, told }) => {
				toast.success(t("published", { version: publishedVersion, told }));
				router.push(routes.ops.examPolicy());
			},
		);
	}
	return (
		<PublishingDialog
			publishing={publishing}
			label={t("publish")}
			isReady={isReady}
			title={title}
			description={t("publishText")}
			ruleOf={({ partners, noticeDays, earliest }) =>
				t("noticeRule", {
					...{ partners, days: noticeDays, many: MANY_EXAM_PARTNERS },
					earliest: formatDate(earliest, locale),
				})
			}
			fields={coverage}
			sendLabel={title}
			onSend={publish}
		>
			{children}
		</PublishingDialog>
	);
}
