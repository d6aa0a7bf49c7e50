"use server";

import { revalidatePath } from "next/cache";
import { scorePractical, submitPractical } from "@/lib/domains/certification/mutations/practical";
import { scorePracticalSchema, submitPracticalSchema } from "@/lib/domains/certification/schema/practical";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const submitExamPractical = defineAction({
	permission: "exam.own",
	input: submitPracticalSchema,
	handler: async ({ scope, input }) => {
		const outcome = await submitPractical(scope, input);
		if (outcome.ok) revalidatePath(routes.partner.exams(), "layout");
		return outcome;
	},
});

export const scoreExamPractical = defineAction({
	permission: "exam.score",
	input: scorePracticalSchema,
	handler: async ({ scope, input }) => {
		const outcome = await scorePractical(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.practicals(), "layout");
		return outcome;
	},
});
