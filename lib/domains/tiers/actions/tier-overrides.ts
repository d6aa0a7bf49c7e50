"use server";

import { revalidatePath } from "next/cache";
import { answerOverride } from "@/lib/domains/tiers/mutations/answer-override";
import { proposeOverride, withdrawOverride } from "@/lib/domains/tiers/mutations/propose-override";
import { searchRun } from "@/lib/domains/tiers/mutations/search-run";
import {
	overrideAnswerSchema,
	overrideIdSchema,
	overrideProposalSchema,
} from "@/lib/domains/tiers/schema/override";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

function showAgain() {
	revalidatePath(routes.ops.evaluations(), "layout");
}

export const proposeTierOverride = defineAction({
	permission: "tier-override.manage",
	input: overrideProposalSchema,
	handler: async ({ scope, input }) => {
		const outcome = await proposeOverride(scope, { ...input, now: new Date() });
		showAgain();
		return outcome;
	},
});

export const answerTierOverride = defineAction({
	permission: "tier-override.manage",
	input: overrideAnswerSchema,
	handler: async ({ scope, input }) => {
		const outcome = await answerOverride(scope, { ...input, now: new Date() });
		if (outcome.ok && outcome.amendedRunId) await searchRun(outcome.amendedRunId, new Date());
		showAgain();
		return outcome;
	},
});

export const withdrawTierOverride = defineAction({
	permission: "tier-override.manage",
	input: overrideIdSchema,
	handler: async ({ scope, input }) => {
		const outcome = await withdrawOverride(scope, { ...input, now: new Date() });
		showAgain();
		return outcome;
	},
});
