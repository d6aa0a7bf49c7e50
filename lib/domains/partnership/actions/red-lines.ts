"use server";

import { revalidatePath } from "next/cache";
import {
	recordRedLine as record,
	withdrawRedLine as withdraw,
} from "@/lib/domains/partnership/mutations/red-lines";
import { recordRedLineSchema, withdrawRedLineSchema } from "@/lib/domains/partnership/schema/red-line";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const recordRedLine = defineAction({
	permission: "red-line.manage",
	input: recordRedLineSchema,
	handler: async ({ scope, input }) => {
		const outcome = await record(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.redLines());
		return outcome;
	},
});

export const withdrawRedLine = defineAction({
	permission: "red-line.manage",
	input: withdrawRedLineSchema,
	handler: async ({ scope, input }) => {
		const outcome = await withdraw(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.redLines());
		return outcome;
	},
});
