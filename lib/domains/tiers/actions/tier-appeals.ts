"use server";

import { revalidatePath } from "next/cache";
import { decideTierAppeal } from "@/lib/domains/tiers/mutations/decide-tier-appeal";
import { fileTierAppeal } from "@/lib/domains/tiers/mutations/file-tier-appeal";
import { searchRun } from "@/lib/domains/tiers/mutations/search-run";
import { withdrawTierAppeal } from "@/lib/domains/tiers/mutations/withdraw-tier-appeal";
import { ownTierAppealSchema, tierAppealSchema, tierVerdictSchema } from "@/lib/domains/tiers/schema/appeal";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const fileOwnTierAppeal = defineAction({
	permission: "tier-appeal.file",
	input: tierAppealSchema,
	handler: async ({ scope, input }) => {
		const outcome = await fileTierAppeal(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.tier(), "layout");
		return outcome;
	},
});

export const withdrawOwnTierAppeal = defineAction({
	permission: "tier-appeal.file",
	input: ownTierAppealSchema,
	handler: async ({ scope, input }) => {
		const outcome = await withdrawTierAppeal(scope, { ...input, now: new Date() });
		revalidatePath(routes.partner.tier(), "layout");
		return outcome;
	},
});

export const decideTierAppealCase = defineAction({
	permission: "tier-appeal.decide",
	input: tierVerdictSchema,
	handler: async ({ scope, input }) => {
		const outcome = await decideTierAppeal(scope, { ...input, now: new Date() });
		if (outcome.ok && outcome.amendedRunId) await searchRun(outcome.amendedRunId, new Date());
		revalidatePath(routes.ops.evaluations(), "layout");
		return outcome;
	},
});
