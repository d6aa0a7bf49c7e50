"use server";

import { revalidatePath } from "next/cache";
import {
	discardQuestions,
	importQuestions,
	rehearseQuestions,
} from "@/lib/domains/certification/mutations/import-questions";
import {
	discardQuestionsSchema,
	importQuestionsSchema,
	rehearseQuestionsSchema,
} from "@/lib/domains/certification/schema/question-imports";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

const refresh = () => revalidatePath(routes.ops.exams(), "layout");

export const rehearseExamQuestions = defineAction({
	permission: "exam.write",
	input: rehearseQuestionsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await rehearseQuestions(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const importExamQuestions = defineAction({
	permission: "exam.write",
	input: importQuestionsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await importQuestions(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const discardExamQuestions = defineAction({
	permission: "exam.write",
	input: discardQuestionsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await discardQuestions(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});
