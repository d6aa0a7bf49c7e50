import { z } from "zod";
import { constantColumns, questionColumns } from "@/lib/domains/certification/constants/question-imports";

const id = z.string().min(1).max(60);
const revision = z.coerce.number().int().min(1).max(1_000_000);

/** Where a file says something: in a column, counted from 0, or the same for every line. */
const sourceSchema = z.discriminatedUnion("from", [
	z.strictObject({ from: z.literal("column"), at: z.number().int().min(0).max(199) }),
	z.strictObject({ from: z.literal("value"), value: z.string().min(1).max(60) }),
]);

export const questionMappingSchema = z
	.partialRecord(z.enum(questionColumns), sourceSchema)
	.refine(
		(mapping) =>
			questionColumns.every(
				(column) => mapping[column]?.from !== "value" || constantColumns.some((one) => one === column),
			),
		{ error: "INPUT_INVALID" },
	);
export type QuestionMapping = z.output<typeof questionMappingSchema>;

export const rehearseQuestionsSchema = z.strictObject({
	importId: id,
	revision,
	mapping: questionMappingSchema,
});
export type RehearseQuestions = z.output<typeof rehearseQuestionsSchema>;

/** `submit`: to review at once, instead of as drafts. */
export const importQuestionsSchema = z.strictObject({ importId: id, revision, submit: z.boolean() });
export type ImportQuestions = z.output<typeof importQuestionsSchema>;

export const discardQuestionsSchema = z.strictObject({ importId: id, revision });
export type DiscardQuestions = z.output<typeof discardQuestionsSchema>;

export const questionFileNameSchema = z
	.string()
	.trim()
	.min(1)
	.max(400)
	.transform((name) => name.replace(/\p{Cc}/gu, " ").slice(-200));
