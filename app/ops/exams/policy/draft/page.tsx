import type { Metadata } from "next";
import { ExamPolicyEditor } from "@/components/exams/policy/exam-policy-editor";
import { DraftPage, draftToEdit } from "@/components/policies/draft-page";
import { loadExamPolicy } from "@/lib/domains/certification/loaders/exam-policy";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("exampolicy");
	return { title: t("draft.title") };
}

export default async function ExamPolicyDraftPage() {
	const [t, desk] = await Promise.all([getTranslations("exampolicy"), loadExamPolicy({})]);
	const { draft, versions, bank, canManage } = desk;
	const [latest] = versions;
	return (
		<DraftPage
			title={t("draft.title")}
			description={draft && t("draft.description", { version: draft.baseVersion })}
			back={{ href: routes.ops.examPolicy(), label: t("draft.back") }}
			canManage={canManage}
			namespaces={["exampolicy"]}
		>
			{draft && latest && (
				<ExamPolicyEditor
					key={draft.id}
					draft={draftToEdit(draft)}
					latest={latest}
					base={draft.base}
					bank={bank}
					canManage={canManage}
				/>
			)}
		</DraftPage>
	);
}
