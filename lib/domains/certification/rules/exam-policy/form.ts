import { levelFigures, practicalFigures } from "@/lib/domains/certification/constants/exam-form";
import { difficulties } from "@/lib/domains/certification/constants/questions";
import { type ExamPolicy, examPolicySchema } from "@/lib/domains/certification/schema/exam-policy";
import type { CountForm, ExamPolicyForm, LevelForm } from "@/lib/domains/certification/types/exam-form";
import { keep, readHundredths, readWhole, typeHundredths } from "@/lib/platform/forms/typed-figures";

export type ExamFormReading =
	| { readonly ok: true; readonly policy: ExamPolicy }
	/** Dotted path of the form → code. */
	| { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

type Blueprint = ExamPolicy["blueprints"][number];

const type = (unit: string, value: number) => (unit === "share" ? typeHundredths(value) : String(value));
const read = (unit: string, text: string) => (unit === "share" ? readHundredths(text) : readWhole(text));

/** A version as a person edits it: shares in percent, every topic with each difficulty. */
export function formOfExamPolicy({ topics, blueprints, practical }: ExamPolicy): ExamPolicyForm {
	return {
		levels: Object.fromEntries(blueprints.map((one) => [one.level, formOfLevel(one, topics)])),
		practical: {
			dueDays: String(practical.dueDays),
			passBps: typeHundredths(practical.passBps),
		},
	};
}

function formOfLevel(blueprint: Blueprint, topics: ExamPolicy["topics"]): LevelForm {
	const countOf = (topic: string, difficulty: 1 | 2 | 3) => {
		const found = blueprint.sections.find((one) => one.topic === topic && one.difficulty === difficulty);
		return found ? String(found.count) : "";
	};
	return {
		...(Object.fromEntries(
			levelFigures.map(({ code, unit }) => [code, type(unit, blueprint[code])]),
		) as Record<(typeof levelFigures)[number]["code"], string>),
		prerequisite: blueprint.prerequisite ?? "",
		counts: Object.fromEntries(
			topics.map(({ code }) => [
				code,
				{ "1": countOf(code, 1), "2": countOf(code, 2), "3": countOf(code, 3) } satisfies CountForm,
			]),
		),
	};
}

/** Reads a form into a policy with the topics and the rubric of `base`, or says field by field what is missing or wrong. */
export function readExamPolicyForm(form: ExamPolicyForm, base: ExamPolicy): ExamFormReading {
	const errors: Record<string, string> = {};
	const blueprints = base.blueprints.map((blueprint) => {
		const path = `levels.${blueprint.level}`;
		const typed = form.levels[blueprint.level];
		const figures = levelFigures.map(({ code, unit }) => [
			code,
			keep(errors, `${path}.${code}`, read(unit, typed?.[code] ?? "")),
		]);
		return {
			...{
				level: blueprint.level,
				practical: blueprint.practical,
				prerequisite: typed?.prerequisite || null,
			},
			...Object.fromEntries(figures),
			sections: readSections(errors, path, typed, base.topics),
		};
	});
	const practical = practicalFigures.map(({ code, unit }) => [
		code,
		keep(errors, `practical.${code}`, read(unit, form.practical[code])),
	]);
	const parsed = examPolicySchema.safeParse({
		...{ schemaVersion: 1, topics: base.topics, blueprints },
		practical: { ...Object.fromEntries(practical), rubric: base.practical.rubric },
	});
	if (parsed.success && Object.keys(errors).length === 0) return { ok: true, policy: parsed.data };
	for (const { path } of parsed.error?.issues ?? []) {
		const at = locate(path, base, blueprints);
		errors[at] ??= at.endsWith(".counts") ? "REQUIRED" : "OUT_OF_RANGE";
	}
	return { ok: false, errors };
}

/** What no section asks for is not in the policy; an empty field is none. */
function readSections(
	errors: Record<string, string>,
	path: string,
	typed: LevelForm | undefined,
	topics: ExamPolicy["topics"],
) {
	return topics.flatMap(({ code: topic }) =>
		difficulties.flatMap((difficulty) => {
			const text = typed?.counts[topic]?.[difficulty] ?? "";
			if (text.trim() === "") return [];
			const count = keep(errors, `${path}.counts.${topic}.${difficulty}`, readWhole(text));
			return count ? [{ topic, difficulty, count }] : [];
		}),
	);
}

/** The field of the form that a fault of the document belongs to. */
function locate(
	[first, second, third, fourth]: readonly PropertyKey[],
	base: ExamPolicy,
	blueprints: readonly { sections: readonly { topic: string; difficulty: number }[] }[],
): string {
	if (first !== "blueprints" || typeof second !== "number") return [first, second].filter(Boolean).join(".");
	const path = `levels.${base.blueprints[second]?.level}`;
	const section = typeof fourth === "number" ? blueprints[second]?.sections[fourth] : undefined;
	if (third !== "sections") return `${path}.${String(third)}`;
	return section ? `${path}.counts.${section.topic}.${section.difficulty}` : `${path}.counts`;
}
