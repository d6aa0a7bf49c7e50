import type { Metadata } from "next";
import { QuestionForm } from "@/components/exams/question-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { loadNewQuestion } from "@/lib/domains/certification/loaders/desk";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("examdesk"))("question.newTitle") };
}

export default async function NewQuestionPage() {
	const [t, locale, { topics }] = await Promise.all([
		getTranslations("examdesk"),
		getLocale(),
		loadNewQuestion(),
	]);
	return (
		<ClientMessages namespaces={["examdesk", "errors"]}>
			<Crumb label={t("question.newTitle")} />
			<PageHeader title={t("question.newTitle")} description={t("bank.description")} />
			<QuestionForm
				topics={topics.map(({ code, name }) => ({ code, name: name[locale] }))}
				edited={null}
				submitLabel={t("question.save")}
			/>
		</ClientMessages>
	);
}
