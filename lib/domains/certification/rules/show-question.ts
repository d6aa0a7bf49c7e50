import { readChoice } from "@/lib/domains/certification/rules/mark-paper";
import type { Answer } from "@/lib/domains/certification/types/exams";
import type { QuestionBody } from "@/lib/domains/certification/types/questions";
import type { ReviewedQuestion, ShownPart } from "@/lib/domains/certification/types/sittings";

/** Options of a true-or-false question, which the page words in the reader's language. */
const truths = ["true", "false"] as const;

function optionsOf({ kind, options }: QuestionBody["parts"][number]): readonly string[] {
	return kind === "boolean" ? truths : options;
}

/** What a candidate sees of a question: the options in the shown order, and neither key nor explanation. */
export function showParts(body: QuestionBody, orders: readonly (readonly number[])[]): ShownPart[] {
	return body.parts.map((part, at) => ({
		kind: part.kind,
		prompt: part.prompt,
		options: (orders[at] ?? []).map((option) => optionsOf(part)[option] ?? ""),
	}));
}

/** A marked question with what was chosen and what is right, in the question's own order. */
export function reviewParts(
	body: QuestionBody,
	orders: readonly (readonly number[])[],
	answer: Answer | null,
): ReviewedQuestion["parts"] {
	return body.parts.map((part, at) => ({
		kind: part.kind,
		prompt: part.prompt,
		options: optionsOf(part),
		key: part.key,
		chosen: readChoice(orders[at] ?? [], answer?.[at] ?? null),
	}));
}
