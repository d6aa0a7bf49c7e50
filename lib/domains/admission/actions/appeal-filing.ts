"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { fileAppeal } from "@/lib/domains/admission/mutations/file-appeal";
import { withdrawAppeal } from "@/lib/domains/admission/mutations/withdraw-appeal";
import { appealFilingSchema } from "@/lib/domains/admission/schema/appeal";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const fileOwnAppeal = defineAction({
	permission: "application.edit",
	input: appealFilingSchema,
	handler: async ({ scope, input }) => {
		const outcome = await fileAppeal(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});

export const withdrawOwnAppeal = defineAction({
	permission: "application.edit",
	input: z.strictObject({ appealId: z.string().min(1).max(64) }),
	handler: async ({ scope, input }) => {
		const outcome = await withdrawAppeal(scope, input);
		revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});
