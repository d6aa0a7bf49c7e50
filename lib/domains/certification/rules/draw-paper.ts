import type { Blueprint, BlueprintSection, PaperQuestion } from "@/lib/domains/certification/types/exams";
import type { Drawable } from "@/lib/domains/certification/types/questions";
import { openStream, shuffle } from "@/lib/platform/statistics/stream";

export type Shortage = BlueprintSection & { readonly found: number };

/** Sections for which the bank has too few questions; a window cannot be opened while there are any. */
export function findShortages(
	{ level, sections }: Pick<Blueprint, "level" | "sections">,
	bank: readonly Drawable[],
): Shortage[] {
	return sections.flatMap((section) => {
		const found = bank.filter((question) => isOf(question, level, section)).length;
		return found < section.count ? [{ ...section, found }] : [];
	});
}

/**
 * The paper of a seed: each section drawn without return, the sections' questions mixed, each question's options mixed.
 * The same seed over the same bank gives the same paper, in whatever order the bank is read. Of an ordering question
 * the shown order is never the right one by itself, nor any more likely than another.
 * Throws a RangeError where a section asks for more than there is: `findShortages` tells beforehand.
 */
export function drawPaper(
	{ level, sections }: Pick<Blueprint, "level" | "sections">,
	bank: readonly Drawable[],
	seed: string,
): PaperQuestion[] {
	const sorted = [...bank].sort((a, b) => (a.code < b.code ? -1 : 1));
	const next = openStream(seed);
	const drawn = sections.flatMap((section) => {
		const fitting = sorted.filter((question) => isOf(question, level, section));
		if (fitting.length < section.count)
			throw new RangeError(`${section.topic}/${section.difficulty}: ${fitting.length} of ${section.count}`);
		return shuffle(next, fitting).slice(0, section.count);
	});
	return shuffle(next, drawn).map(({ code, versionId, optionCounts }) => ({
		code,
		versionId,
		orders: optionCounts.map((count) =>
			shuffle(
				next,
				Array.from({ length: count }, (_, at) => at),
			),
		),
	}));
}

function isOf(question: Drawable, level: Blueprint["level"], { topic, difficulty }: BlueprintSection) {
	return question.level === level && question.topic === topic && question.difficulty === difficulty;
}
