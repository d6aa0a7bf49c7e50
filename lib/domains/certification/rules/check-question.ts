import { CASE_PARTS, OPTIONS } from "@/lib/domains/certification/constants/questions";
import type { Part, QuestionBody } from "@/lib/domains/certification/types/questions";

export type QuestionFinding = {
	readonly code:
		| "STEM_EMPTY"
		| "PICTURE_ALT_EMPTY"
		| "PART_COUNT"
		| "PART_KIND"
		| "PROMPT_EMPTY"
		| "OPTION_COUNT"
		| "OPTION_EMPTY"
		| "OPTION_TWICE"
		| "KEY_OUT_OF_RANGE"
		| "KEY_TWICE"
		| "KEY_COUNT"
		| "EXPLANATION_EMPTY";
	/** Which part, from 0; null for the question as a whole. */
	readonly part: number | null;
};

/** Everything that keeps a question from being asked; empty when it can go to review. */
export function checkQuestion(body: QuestionBody): QuestionFinding[] {
	const whole: QuestionFinding["code"][] = [];
	const isCase = body.kind === "case";
	const bounds = isCase ? CASE_PARTS : { min: 1, max: 1 };
	if (!body.stem.trim()) whole.push("STEM_EMPTY");
	if (body.pictureId && !body.pictureAlt?.trim()) whole.push("PICTURE_ALT_EMPTY");
	if (!body.explanation.trim()) whole.push("EXPLANATION_EMPTY");
	if (body.parts.length < bounds.min || body.parts.length > bounds.max) whole.push("PART_COUNT");
	if (!isCase && body.parts.some(({ kind }) => kind !== body.kind)) whole.push("PART_KIND");
	return [
		...whole.map((code) => ({ code, part: null })),
		...body.parts.flatMap((part, at) => checkPart(part, isCase).map((code) => ({ code, part: at }))),
	];
}

function checkPart(part: Part, isCase: boolean): QuestionFinding["code"][] {
	const found: QuestionFinding["code"][] = [];
	if (isCase && !part.prompt.trim()) found.push("PROMPT_EMPTY");
	const texts = part.options.map((option) => option.trim());
	if (part.kind !== "boolean") {
		if (texts.length < OPTIONS.min || texts.length > OPTIONS.max) found.push("OPTION_COUNT");
		if (texts.some((text) => !text)) found.push("OPTION_EMPTY");
		if (new Set(texts).size < texts.length) found.push("OPTION_TWICE");
	}
	return [...found, ...checkKey(part)];
}

function checkKey({ kind, options, key }: Part): QuestionFinding["code"][] {
	const found: QuestionFinding["code"][] = [];
	const count = kind === "boolean" ? 2 : options.length;
	if (key.some((at) => !Number.isInteger(at) || at < 0 || at >= count)) found.push("KEY_OUT_OF_RANGE");
	if (new Set(key).size < key.length) found.push("KEY_TWICE");
	const isRightCount = {
		single: key.length === 1,
		boolean: key.length === 1,
		multiple: key.length >= 1,
		ordering: key.length === count,
	}[kind];
	if (!isRightCount) found.push("KEY_COUNT");
	return found;
}
