import type { Metadata } from "next";
import Link from "next/link";
import { ImportResultCard } from "@/components/exams/import/import-result";
import { importTones } from "@/components/exams/import/import-table";
import { type Constants, MapColumns } from "@/components/exams/import/map-columns";
import { DiscardQuestions, WriteQuestions } from "@/components/exams/import/write-questions";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { StatusBadge } from "@/components/ui/status-badge";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { difficulties, questionKinds } from "@/lib/domains/certification/constants/questions";
import { loadQuestionImport } from "@/lib/domains/certification/loaders/question-imports";
import { forceCodes } from "@/lib/domains/forces/constants";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: (await params.then(({ id }) => loadQuestionImport(id))).file.fileName };
}

export default async function QuestionImportPage({ params }: Props) {
	const [t, desk, locale, loaded] = await Promise.all([
		getTranslations("questionimport"),
		getTranslations("examdesk"),
		getLocale(),
		params.then(({ id }) => loadQuestionImport(id)),
	]);
	const { file, topics, mayWork } = loaded;
	const { result } = file;
	const held = { importId: file.id, revision: file.revision };
	const constants: Constants = {
		kind: questionKinds.map((value) => ({ value, label: desk(`kinds.${value}`) })),
		level: certificateLevels.map((value) => ({ value, label: desk(`levels.${value}`) })),
		topic: topics.map(({ code, name }) => ({ value: code, label: name[locale] })),
		difficulty: difficulties.map((value) => ({ value: String(value), label: desk(`difficulty.${value}`) })),
		force: forceCodes.map((value) => ({ value, label: desk(`forces.${value}`) })),
	};
	return (
		<ClientMessages namespaces={["questionimport", "errors", "common"]}>
			<Crumb label={file.fileName} />
			<PageHeader
				title={file.fileName}
				description={[file.uploadedBy ?? t("someone"), formatDateTime(file.createdAt, locale)].join(" · ")}
				actions={
					<span className="flex flex-wrap items-center gap-3">
						<StatusBadge status={file.state} tones={importTones} label={t(`states.${file.state}`)} />
						{mayWork && <DiscardQuestions file={held} name={file.fileName} />}
					</span>
				}
			/>
			<div className="space-y-6">
				{file.sameAs && (
					<Banner
						actions={
							<Button asChild variant="secondary" size="sm">
								<Link href={routes.ops.questionImport(file.sameAs.id)}>{t("sameAsLink")}</Link>
							</Button>
						}
					>
						{t("sameAs", { at: formatDateTime(file.sameAs.at, locale) })}
					</Banner>
				)}
				{file.state === "OPEN" && !mayWork && (
					<Banner>{t("other", { name: file.uploadedBy ?? t("someone") })}</Banner>
				)}
				{file.state === "DISCARDED" && file.finishedAt && (
					<Banner>{t("discardedAt", { at: formatDateTime(file.finishedAt, locale) })}</Banner>
				)}
				{mayWork && (
					<MapColumns
						key={file.revision}
						{...held}
						header={file.header}
						samples={loaded.samples}
						initial={loaded.mapping}
						isRemembered={loaded.isRemembered}
						hasResult={result !== null}
						constants={constants}
					/>
				)}
				{result && file.state !== "DISCARDED" && (
					<ImportResultCard id={file.id} result={result} isDone={file.state === "DONE"}>
						{mayWork && result.questions > 0 && <WriteQuestions file={held} count={result.questions} />}
						{file.state === "DONE" && (
							<div className="flex flex-wrap gap-3">
								<Button asChild variant="secondary" size="sm">
									<Link href={routes.ops.questionsInReview()}>{t("result.openReview")}</Link>
								</Button>
								<Button asChild variant="secondary" size="sm">
									<Link href={routes.ops.questionDrafts()}>{t("result.openDrafts")}</Link>
								</Button>
							</div>
						)}
					</ImportResultCard>
				)}
			</div>
		</ClientMessages>
	);
}
