import type { Metadata } from "next";
import { ImportTable } from "@/components/exams/import/import-table";
import { SendQuestions } from "@/components/exams/import/send-questions";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadQuestionImports } from "@/lib/domains/certification/loaders/question-imports";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("questionimport"))("title") };
}

export default async function QuestionImportsPage() {
	const [t, { imports, mayWrite }] = await Promise.all([
		getTranslations("questionimport"),
		loadQuestionImports(),
	]);
	return (
		<ClientMessages namespaces={["questionimport", "errors"]}>
			<Crumb label={t("title")} />
			<PageHeader title={t("title")} description={t("description")} />
			<div className="space-y-6">
				{mayWrite && (
					<div className="grid items-start gap-6 *:min-w-0 xl:grid-cols-[minmax(0,1fr)_26rem]">
						<SendQuestions />
						<Card>
							<CardHeader title={t("rules.title")} />
							<CardBody>
								<ul className="list-disc space-y-2 pl-5 text-ink-soft text-sm">
									{(["code", "answer", "case", "same"] as const).map((rule) => (
										<li key={rule}>{t(`rules.${rule}`)}</li>
									))}
								</ul>
							</CardBody>
						</Card>
					</div>
				)}
				<Card className="overflow-hidden">
					<CardHeader title={t("list.title")} />
					{imports.length === 0 ? (
						<EmptyState title={t("list.none")} description={t("list.noneHint")} />
					) : (
						<ImportTable rows={imports} />
					)}
				</Card>
			</div>
		</ClientMessages>
	);
}
