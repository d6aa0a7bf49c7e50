import type { Metadata } from "next";
import { DeskTabs } from "@/components/exams/desk-tabs";
import { BeginExamDraft } from "@/components/exams/policy/begin-exam-draft";
import { ExamChanges } from "@/components/exams/policy/exam-changes";
import { PolicyLevels } from "@/components/exams/policy/policy-levels";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { PolicyActions, PolicyInForce, PolicyNotes } from "@/components/policies/policy-overview";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { loadExamPolicy } from "@/lib/domains/certification/loaders/exam-policy";
import { compareExamPolicies } from "@/lib/domains/certification/rules/exam-policy/words";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("exampolicy");
	return { title: t("title") };
}

export default async function ExamPolicyPage({ searchParams }: Props) {
	const [t, desk] = await Promise.all([getTranslations("exampolicy"), searchParams.then(loadExamPolicy)]);
	const { versions, compared } = desk;
	const current = versions.find(({ status }) => status === "inForce");
	const of = (version?: number) => versions.find((one) => one.version === version)?.document;
	const [before, after] = [of(compared?.from), of(compared?.to)];
	const changes = before && after ? compareExamPolicies(before, after) : [];
	return (
		<ClientMessages namespaces={["exampolicy", "policies", "errors"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<PolicyActions
						{...desk}
						draftHref={routes.ops.examPolicyDraft()}
						begin={(version, isSecondary) => (
							<BeginExamDraft key={version} version={version} isSecondary={isSecondary} />
						)}
					/>
				}
			/>
			<DeskTabs current="policy" />
			<div className="mt-4 space-y-4">
				<PolicyNotes {...desk} />
				{current && (
					<PolicyInForce version={current}>
						<PolicyLevels policy={current.document} />
					</PolicyInForce>
				)}
				<VersionHistory versions={versions} compareHref={routes.ops.comparedExamPolicies} />
				<CompareCard versions={versions.map(({ version }) => version)} compared={compared}>
					<ComparedChanges count={changes.length}>
						<ExamChanges changes={changes} topics={after?.topics ?? []} />
					</ComparedChanges>
				</CompareCard>
			</div>
		</ClientMessages>
	);
}
