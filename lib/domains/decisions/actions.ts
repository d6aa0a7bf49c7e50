"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { checkDecisions } from "@/lib/domains/decisions/mutations/check-decisions";
import { defineAction } from "@/lib/platform/action/define-action";
import { actorOf } from "@/lib/platform/audit/actor";
import { routes } from "@/lib/platform/routes/routes";

/** Verifies the whole decision log, block by block, and keeps what was found. */
export const verifyDecisionLog = defineAction({
	permission: "decision.read",
	input: z.strictObject({
		/** A head noted outside that the log must contain. */
		head: z
			.string()
			.trim()
			.toLowerCase()
			.regex(/^([0-9a-f]{64})?$/, { error: "NOT_A_HASH" }),
	}),
	handler: async ({ scope, input: { head } }) => {
		const check = await checkDecisions(actorOf(scope), head === "" ? [] : [head]);
		revalidatePath(routes.ops.decisions());
		return { ok: true, check };
	},
});
