"use server";

import { revalidatePath } from "next/cache";
import { grantExtraTime } from "@/lib/domains/certification/mutations/grant-extra-time";
import { cancelWindow, changeWindow, openWindow } from "@/lib/domains/certification/mutations/windows";
import {
	cancelWindowSchema,
	changeWindowSchema,
	grantExtraTimeSchema,
	openWindowSchema,
} from "@/lib/domains/certification/schema/windows";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

const refresh = () => revalidatePath(routes.ops.exams(), "layout");

export const openExamWindow = defineAction({
	permission: "exam.write",
	input: openWindowSchema,
	handler: async ({ scope, input }) => {
		const outcome = await openWindow(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const changeExamWindow = defineAction({
	permission: "exam.write",
	input: changeWindowSchema,
	handler: async ({ scope, input }) => {
		const outcome = await changeWindow(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const cancelExamWindow = defineAction({
	permission: "exam.write",
	input: cancelWindowSchema,
	handler: async ({ scope, input }) => {
		const outcome = await cancelWindow(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const grantExamExtraTime = defineAction({
	permission: "exam.write",
	input: grantExtraTimeSchema,
	handler: async ({ scope, input }) => {
		const outcome = await grantExtraTime(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});
