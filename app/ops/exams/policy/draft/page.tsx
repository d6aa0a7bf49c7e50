import type { Metadata } from "next";
import Link from "next/link";
import { ExamPolicyEditor } from "@/components/exams/policy/exam-policy-editor";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
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
	const back = (
		<Button variant="secondary" asChild>
			<Link href={routes.ops.examPolicy()}>{t("draft.back")}</Link>
		</Button>
	);
	if (!draft || !latest)
		return (
			<>
				<Crumb label={t("draft.title")} />
				<PageHeader title={t("draft.title")} />
				<Card>
					<EmptyState title={t("draft.none")} description={t("draft.noneText")} actions={back} />
				</Card>
			</>
		);
	return (
		<ClientMessages namespaces={["exampolicy", "policies", "drafts", "errors"]}>
			<Crumb label={t("draft.title")} />
			<PageHeader
				title={t("draft.title")}
				description={t("draft.description", { version: draft.baseVersion })}
				actions={back}
			/>
			{!canManage && <Banner className="mb-4">{t("draft.readOnly")}</Banner>}
			<ExamPolicyEditor
				key={draft.id}
				draft={{ draftId: draft.id, version: draft.version, form: draft.form, savedAt: draft.updatedAt }}
				latest={latest}
				base={draft.base}
				bank={bank}
				canManage={canManage}
			/>
		</ClientMessages>
	);
}
