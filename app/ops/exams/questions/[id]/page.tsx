import type { Metadata } from "next";
import { questionTones } from "@/components/exams/bank-table";
import { ItemCard } from "@/components/exams/item-card";
import { QuestionForm } from "@/components/exams/question-form";
import { QuestionPicture } from "@/components/exams/question-picture";
import { QuestionPreview } from "@/components/exams/question-preview";
import { QuestionStanding } from "@/components/exams/question-standing";
import { VersionList } from "@/components/exams/version-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadQuestion } from "@/lib/domains/certification/loaders/desk";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = {
	params: Promise<{ id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: (await params.then(({ id }) => loadQuestion(id))).question.code };
}

export default async function QuestionPage({ params, searchParams }: Props) {
	const [t, locale, loaded, { edit }] = await Promise.all([
		getTranslations("examdesk"),
		getLocale(),
		params.then(({ id }) => loadQuestion(id)),
		searchParams,
	]);
	const { question, topics, mayWrite } = loaded;
	const [version] = question.versions;
	const isSettled = version.state === "APPROVED" || version.state === "RETIRED";
	const mayEdit =
		mayWrite && (isSettled || (version.state !== "IN_REVIEW" && version.writtenById === loaded.userId));
	const named = topics.map(({ code, name }) => ({ code, name: name[locale] }));
	const topic = named.find(({ code }) => code === version.topic)?.name ?? version.topic;
	const tags = [t(`levels.${version.level}`), topic, t(`difficulty.${version.difficulty}`)];
	return (
		<ClientMessages namespaces={["examdesk", "errors", "common"]}>
			<Crumb label={question.code} />
			<PageHeader
				title={question.code}
				description={[t(`kinds.${version.kind}`), ...tags].join(" · ")}
				actions={
					<StatusBadge status={version.state} tones={questionTones} label={t(`states.${version.state}`)} />
				}
			/>
			{edit === "1" && mayEdit ? (
				<div className="space-y-4">
					{isSettled && <Banner>{t("question.editHintNew", { version: version.version + 1 })}</Banner>}
					<QuestionForm
						topics={named}
						submitLabel={t(isSettled ? "question.saveNew" : "question.save")}
						edited={{
							...{ versionId: version.id, revision: version.revision, body: version.body },
							tags: {
								...{ level: version.level, topic: version.topic, kind: version.kind },
								...{ force: version.force ?? "", difficulty: String(version.difficulty) },
							},
						}}
					/>
				</div>
			) : (
				<div className="grid items-start gap-6 *:min-w-0 xl:grid-cols-[minmax(0,1fr)_26rem]">
					<div className="space-y-6">
						<QuestionStanding
							questionId={question.id}
							version={version}
							hasApproved={question.versions.some(({ state }) => state === "APPROVED")}
							{...loaded}
						/>
						{mayEdit && !isSettled && (
							<QuestionPicture
								key={version.revision}
								{...{ versionId: version.id, revision: version.revision }}
								{...{ pictureId: version.body.pictureId, pictureAlt: version.body.pictureAlt ?? "" }}
							/>
						)}
						<Card>
							<CardHeader title={t("question.preview")} />
							<CardBody>
								<QuestionPreview body={version.body} />
							</CardBody>
						</Card>
					</div>
					<div className="space-y-6">
						<ItemCard report={loaded.report} asked={loaded.asked} />
						<VersionList versions={question.versions} />
					</div>
				</div>
			)}
		</ClientMessages>
	);
}
