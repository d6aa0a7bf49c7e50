"use server";

import { revalidatePath } from "next/cache";
import { lookAtAnomalies, takeBackLook } from "@/lib/domains/tiers/mutations/look-at-anomalies";
import { searchRun } from "@/lib/domains/tiers/mutations/search-run";
import { lookSchema, runIdSchema, takeBackLookSchema } from "@/lib/domains/tiers/schema/review";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

function showAgain(runId: string) {
	revalidatePath(routes.ops.evaluation(runId), "layout");
}

/** Notes that somebody looked at anomalies of a run. */
export const lookAtRunAnomalies = defineAction({
	permission: "evaluation.review",
	input: lookSchema,
	handler: async ({ scope, input }) => {
		const outcome = await lookAtAnomalies(scope, input, new Date());
		if (outcome.ok) showAgain(input.runId);
		return outcome;
	},
});

export const takeBackAnomalyLook = defineAction({
	permission: "evaluation.review",
	input: takeBackLookSchema,
	handler: async ({ scope, input }) => {
		const outcome = await takeBackLook(scope, input);
		if (outcome.ok) showAgain(input.runId);
		return outcome;
	},
});

/** Looks through a run for anomalies; a run is searched by itself once it is computed, older ones by this. */
export const searchRunForAnomalies = defineAction({
	permission: "evaluation.review",
	input: runIdSchema,
	handler: async ({ input }) => {
		const outcome = await searchRun(input.runId, new Date());
		if (outcome.ok) showAgain(input.runId);
		return outcome;
	},
});
