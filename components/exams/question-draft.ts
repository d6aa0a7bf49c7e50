import type { PartKind, QuestionKind } from "@/lib/domains/certification/constants/questions";
import type { Part } from "@/lib/domains/certification/types/questions";

/** What stands in the form; keys hold a place in React's list when options are added and taken away. */
export type DraftOption = { id: number; text: string; isRight: boolean };
export type DraftPart = {
	id: number;
	kind: PartKind;
	prompt: string;
	options: DraftOption[];
	isTrue: boolean;
};

let last = 0;
const nextId = () => ++last;

export const newOption = (text = "", isRight = false): DraftOption => ({ id: nextId(), text, isRight });

export function newPart(kind: PartKind): DraftPart {
	return {
		...{ id: nextId(), kind, prompt: "", isTrue: true },
		options: Array.from({ length: 4 }, () => newOption()),
	};
}

/** An ordering question is written in its right order: that is its key, whatever order it was imported in. */
export function toDraft(part: Part): DraftPart {
	const texts =
		part.kind === "ordering" && part.key.length === part.options.length
			? part.key.map((at) => part.options[at] ?? "")
			: part.options;
	const options = texts.map((text, at) => newOption(text, part.kind !== "ordering" && part.key.includes(at)));
	return {
		...{ id: nextId(), kind: part.kind, prompt: part.prompt, isTrue: part.key[0] !== 1 },
		options: options.length > 0 ? options : Array.from({ length: 4 }, () => newOption()),
	};
}

export function fromDraft({ kind, prompt, options, isTrue }: DraftPart) {
	if (kind === "boolean") return { kind, prompt, options: [], key: [isTrue ? 0 : 1] };
	const key = options.flatMap(({ isRight }, at) => (kind === "ordering" || isRight ? [at] : []));
	return { kind, prompt, options: options.map(({ text }) => text), key };
}

/** The parts a kind has: one of its own kind, or for a case those there are and at least two. */
export function partsOfKind(kind: QuestionKind, parts: readonly DraftPart[]): DraftPart[] {
	if (kind === "case") return parts.length >= 2 ? [...parts] : [...parts, newPart("single")];
	const [first] = parts;
	return [{ ...(first ?? newPart(kind)), kind, prompt: "" }];
}
