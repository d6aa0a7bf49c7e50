import { type CertificateLevel, certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { levelFigures, practicalFigures } from "@/lib/domains/certification/constants/exam-form";
import { difficulties } from "@/lib/domains/certification/constants/questions";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { ExamPolicyChange } from "@/lib/domains/certification/types/exam-form";

type Blueprint = ExamPolicy["blueprints"][number];

const turn = (more: "stricter" | "easier", isMore: boolean) =>
	isMore ? more : more === "stricter" ? "easier" : "stricter";

/** Everything that differs between two versions, level by level in the order of the form. */
export function compareExamPolicies(before: ExamPolicy, after: ExamPolicy): ExamPolicyChange[] {
	return [
		...certificateLevels.flatMap((level) => {
			const [one, other] = [before, after].map(({ blueprints }) =>
				blueprints.find((blueprint) => blueprint.level === level),
			);
			return one && other ? compareLevels(level, one, other) : [];
		}),
		...practicalFigures.flatMap(({ code, more }): ExamPolicyChange[] => {
			const [was, is] = [before.practical[code], after.practical[code]];
			return was === is
				? []
				: [{ level: null, of: "figure", code, before: was, after: is, direction: turn(more, is > was) }];
		}),
	];
}

function compareLevels(level: CertificateLevel, before: Blueprint, after: Blueprint): ExamPolicyChange[] {
	const figures = levelFigures
		.filter(({ code }) => before[code] !== after[code])
		.map(({ code, more }): ExamPolicyChange => {
			const [was, is] = [before[code], after[code]];
			return { level, of: "figure", code, before: was, after: is, direction: turn(more, is > was) };
		});
	const [was, is] = [before.prerequisite, after.prerequisite];
	const prerequisite: ExamPolicyChange[] =
		was === is
			? []
			: [
					{
						...{ level, of: "prerequisite", before: was, after: is },
						direction: is === null ? "easier" : was === null ? "stricter" : "other",
					},
				];
	return [...figures, ...prerequisite, ...compareCounts(level, before, after)];
}

function compareCounts(level: CertificateLevel, before: Blueprint, after: Blueprint): ExamPolicyChange[] {
	const topics = [...new Set([...before.sections, ...after.sections].map(({ topic }) => topic))];
	const countOf = ({ sections }: Blueprint, topic: string, difficulty: 1 | 2 | 3) =>
		sections
			.filter((one) => one.topic === topic && one.difficulty === difficulty)
			.reduce((sum, { count }) => sum + count, 0);
	return topics.flatMap((topic) =>
		difficulties.flatMap((difficulty): ExamPolicyChange[] => {
			const [was, is] = [countOf(before, topic, difficulty), countOf(after, topic, difficulty)];
			return was === is
				? []
				: [{ level, of: "count", topic, difficulty, before: was, after: is, direction: "other" }];
		}),
	);
}

/** The messages `exampolicy`. */
export type ExamSpeech = (key: string, values?: Record<string, string | number>) => string;
type TopicName = (code: string) => string;

const unitOf = (code: string) =>
	[...levelFigures, ...practicalFigures].find((one) => one.code === code)?.unit ?? "times";

/** A figure in its unit: 60 分钟, 70%, 3 次. */
export function figureInWords(t: ExamSpeech, code: string, value: number): string {
	const unit = unitOf(code);
	return unit === "share" ? `${value / 100}%` : t(`unit.${unit}`, { value });
}

/** A change as a sentence: 初级 · 及格线：由 60% 调整为 70%. */
export function examChangeInWords(t: ExamSpeech, change: ExamPolicyChange, topicName: TopicName): string {
	const of = t(change.level ? `levels.${change.level}` : "practical");
	const sentence = (name: string, before: string, after: string) => t("change", { of, name, before, after });
	if (change.of === "figure") {
		const word = (value: ExamPolicyChange["before"]) => figureInWords(t, change.code, Number(value));
		const name = t(`${change.level ? "figure" : "practicalFigure"}.${change.code}`);
		return sentence(name, word(change.before), word(change.after));
	}
	if (change.of === "prerequisite") {
		const word = (value: ExamPolicyChange["before"]) => (value ? t(`levels.${value}`) : t("noPrerequisite"));
		return sentence(t("figure.prerequisite"), word(change.before), word(change.after));
	}
	const name = t("section", {
		topic: topicName(change.topic),
		difficulty: t(`difficulty.${change.difficulty}`),
	});
	const word = (value: ExamPolicyChange["before"]) => t("questions", { count: Number(value) });
	return sentence(name, word(change.before), word(change.after));
}

/** A field of the form by its dotted path. */
export function examFieldInWords(t: ExamSpeech, path: string, topicName: TopicName): string {
	const [first, level, code, topic, difficulty] = path.split(".");
	if (first === "practical") return t("change2", { of: t("practical"), name: t(`practicalFigure.${level}`) });
	if (first !== "levels" || !level || !code) return path;
	const of = t(`levels.${level}`);
	if (code !== "counts") return t("change2", { of, name: t(`figure.${code}`) });
	const name =
		topic && difficulty
			? t("section", { topic: topicName(topic), difficulty: t(`difficulty.${difficulty}`) })
			: t("paper");
	return t("change2", { of, name });
}
