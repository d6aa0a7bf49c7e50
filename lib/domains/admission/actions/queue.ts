"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { claimNextApplication } from "@/lib/domains/admission/mutations/claim-next";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const claimNext = defineAction({
	permission: "application.review",
	input: z.strictObject({}),
	handler: async ({ scope }) => {
		const outcome = await claimNextApplication(scope);
		if (outcome.ok) revalidatePath(routes.ops.applications(), "layout");
		return outcome;
	},
});
