import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { levelFigures } from "@/lib/domains/certification/constants/exam-form";
import { questionsOf } from "@/lib/domains/certification/rules/exam-policy/lint";
import { type ExamSpeech, figureInWords } from "@/lib/domains/certification/rules/exam-policy/words";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** A whole version in figures, level by level. */
export async function PolicyLevels({ policy }: { policy: ExamPolicy }) {
	const [t, locale] = await Promise.all([getTranslations("exampolicy"), getLocale()]);
	const speech = t as unknown as ExamSpeech;
	const { practical } = policy;
	return (
		<div className="grid items-start gap-4 *:min-w-0 md:grid-cols-2 2xl:grid-cols-4">
			{policy.blueprints.map((blueprint) => (
				<Card key={blueprint.level}>
					<CardHeader
						title={t(`levels.${blueprint.level}`)}
						description={t(`levelHint.${blueprint.level}`)}
					/>
					<CardBody>
						<DescriptionList
							items={[
								{ term: t("view.questions"), detail: t("questions", { count: questionsOf(blueprint) }) },
								...levelFigures.map(({ code }) => ({
									term: t(`figure.${code}`),
									detail: <span className="figure">{figureInWords(speech, code, blueprint[code])}</span>,
								})),
								{
									term: t("figure.prerequisite"),
									detail: blueprint.prerequisite
										? t(`levels.${blueprint.prerequisite}`)
										: t("noPrerequisite"),
								},
								{ term: t("view.practical"), detail: t(blueprint.practical ? "view.yes" : "view.no") },
							]}
						/>
					</CardBody>
				</Card>
			))}
			<Card>
				<CardHeader title={t("practical")} description={t("practicalHint")} />
				<CardBody>
					<DescriptionList
						items={[
							{ term: t("practicalFigure.dueDays"), detail: t("unit.days", { value: practical.dueDays }) },
							{
								term: t("practicalFigure.passBps"),
								detail: <span className="figure">{figureInWords(speech, "passBps", practical.passBps)}</span>,
							},
							{
								term: t("view.rubric"),
								detail: (
									<ul>
										{practical.rubric.map(({ code, name, max }) => (
											<li key={code}>{t("view.points", { name: name[locale], max })}</li>
										))}
									</ul>
								),
							},
						]}
					/>
				</CardBody>
			</Card>
		</div>
	);
}
