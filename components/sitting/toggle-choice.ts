import type { Answer } from "@/lib/domains/certification/types/exams";
import type { ShownQuestion } from "@/lib/domains/certification/types/sittings";

type Parts = Pick<ShownQuestion, "parts">;

/** The answer with one part put in place; a part nothing is chosen in is unanswered. */
export function withPart(
	{ parts }: Parts,
	answer: Answer | null,
	part: number,
	chosen: readonly number[],
): Answer {
	return parts.map((_, at) => (at === part ? (chosen.length > 0 ? chosen : null) : (answer?.[at] ?? null)));
}

/** Chooses an option: the only one of a part, or one more or less where several may be right. */
export function toggleChoice(
	question: Parts,
	answer: Answer | null,
	{ part, option }: { part: number; option: number },
): Answer {
	const before = answer?.[part] ?? [];
	if (question.parts[part]?.kind !== "multiple") return withPart(question, answer, part, [option]);
	const chosen = before.includes(option)
		? before.filter((one) => one !== option)
		: [...before, option].sort((a, b) => a - b);
	return withPart(question, answer, part, chosen);
}

/** Moves one item of an ordering up or down; the first move takes the shown order as it stands. */
export function moveItem(order: readonly number[], at: number, by: 1 | -1): number[] {
	const to = at + by;
	const moved = [...order];
	const [item] = moved.splice(at, 1);
	if (item === undefined || to < 0 || to > moved.length) return [...order];
	moved.splice(to, 0, item);
	return moved;
}
