"use server";

import { revalidatePath } from "next/cache";
import { claimAppeal, releaseAppeal } from "@/lib/domains/admission/mutations/claim-appeal";
import { decideAppeal } from "@/lib/domains/admission/mutations/decide-appeal";
import { appealTarget, appealVerdictSchema } from "@/lib/domains/admission/schema/appeal-verdict";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const claimAppealCase = defineAction({
	permission: "appeal.decide",
	input: appealTarget,
	handler: async ({ scope, input }) => {
		const outcome = await claimAppeal(scope, input);
		revalidatePath(routes.ops.appeals(), "layout");
		return outcome;
	},
});

export const releaseAppealCase = defineAction({
	permission: "appeal.decide",
	input: appealTarget,
	handler: async ({ scope, input }) => {
		const outcome = await releaseAppeal(scope, input);
		revalidatePath(routes.ops.appeals(), "layout");
		return outcome;
	},
});

export const decideAppealCase = defineAction({
	permission: "appeal.decide",
	input: appealTarget.extend({ verdict: appealVerdictSchema }),
	handler: async ({ scope, input }) => {
		const outcome = await decideAppeal(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.home(), "layout");
		return outcome;
	},
});
