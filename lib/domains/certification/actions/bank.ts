"use server";

import { revalidatePath } from "next/cache";
import { retireQuestion, reviewQuestion } from "@/lib/domains/certification/mutations/review-question";
import { setPicture } from "@/lib/domains/certification/mutations/set-picture";
import {
	createQuestion,
	editQuestion,
	submitQuestion,
} from "@/lib/domains/certification/mutations/write-question";
import {
	createQuestionSchema,
	editQuestionSchema,
	retireQuestionSchema,
	reviewQuestionSchema,
	setPictureSchema,
	submitQuestionSchema,
} from "@/lib/domains/certification/schema/bank";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

const refresh = () => revalidatePath(routes.ops.exams(), "layout");

export const createExamQuestion = defineAction({
	permission: "exam.write",
	input: createQuestionSchema,
	handler: async ({ scope, input }) => {
		const outcome = await createQuestion(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const editExamQuestion = defineAction({
	permission: "exam.write",
	input: editQuestionSchema,
	handler: async ({ scope, input }) => {
		const outcome = await editQuestion(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const setExamPicture = defineAction({
	permission: "exam.write",
	input: setPictureSchema,
	handler: async ({ scope, input }) => {
		const outcome = await setPicture(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const submitExamQuestion = defineAction({
	permission: "exam.write",
	input: submitQuestionSchema,
	handler: async ({ scope, input }) => {
		const outcome = await submitQuestion(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const reviewExamQuestion = defineAction({
	permission: "exam.review",
	input: reviewQuestionSchema,
	handler: async ({ scope, input }) => {
		const outcome = await reviewQuestion(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const retireExamQuestion = defineAction({
	permission: "exam.review",
	input: retireQuestionSchema,
	handler: async ({ scope, input }) => {
		const outcome = await retireQuestion(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});
