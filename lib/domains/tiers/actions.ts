"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { runEvaluation } from "@/lib/domains/tiers/mutations/run-evaluation";
import { defineAction } from "@/lib/platform/action/define-action";
import { actorOf } from "@/lib/platform/audit/actor";
import { routes } from "@/lib/platform/routes/routes";
import { isMonth, lastDayOf } from "@/lib/platform/time";

const input = z.strictObject({ month: z.string().refine(isMonth, { error: "BAD_MONTH" }) });

/** Classifies every partner for a month, as of its last day. */
export const startEvaluation = defineAction({
	permission: "evaluation.run",
	input,
	handler: async ({ scope, input: { month } }) => {
		const outcome = await runEvaluation({ asOf: lastDayOf(month), actor: actorOf(scope), now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.evaluations());
		return outcome;
	},
});
