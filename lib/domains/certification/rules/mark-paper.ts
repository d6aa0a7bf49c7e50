import type {
	Answer,
	MarkedQuestion,
	PaperQuestion,
	PaperResult,
} from "@/lib/domains/certification/types/exams";
import type { Part } from "@/lib/domains/certification/types/questions";

/** What was chosen on the screen, as positions in the question itself; null where it names nothing on the screen. */
export function readChoice(
	shown: readonly number[],
	chosen: readonly number[] | null,
): readonly number[] | null {
	if (!chosen) return null;
	const own = chosen.map((at) => shown[at]);
	return own.every((at) => at !== undefined) ? (own as number[]) : null;
}

/** A part is right or it is not: one point, none for a part of a multiple choice. */
export function isRight(
	{ kind, key }: Pick<Part, "kind" | "key">,
	chosen: readonly number[] | null,
): boolean {
	if (!chosen || chosen.length !== key.length) return false;
	if (kind === "ordering") return key.every((option, at) => chosen[at] === option);
	return key.every((option) => chosen.includes(option));
}

/**
 * The result of a paper: a point for each right part, passed at `passBps` of all points or more, reckoned in whole
 * numbers. `parts` and `answers` go by the version's id; what is missing there counts as unanswered.
 */
export function markPaper(
	paper: readonly PaperQuestion[],
	{
		parts,
		answers,
		passBps,
	}: {
		parts: ReadonlyMap<string, readonly Part[]>;
		answers: ReadonlyMap<string, Answer>;
		passBps: number;
	},
): PaperResult {
	const questions = paper.map(({ versionId, orders }): MarkedQuestion => {
		const asked = parts.get(versionId) ?? [];
		const answer = answers.get(versionId);
		const chosen = orders.map((shown, at) => readChoice(shown, answer?.[at] ?? null));
		const points = asked.filter((part, at) => isRight(part, chosen[at] ?? null)).length;
		return { versionId, points, of: orders.length, chosen };
	});
	const points = questions.reduce((sum, question) => sum + question.points, 0);
	const of = questions.reduce((sum, question) => sum + question.of, 0);
	return { points, of, passed: of > 0 && points * 10_000 >= passBps * of, questions };
}
