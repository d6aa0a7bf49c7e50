"use server";

import { revalidatePath } from "next/cache";
import { chooseRanking } from "@/lib/domains/tiers/mutations/choose-ranking";
import { rankingChoiceSchema } from "@/lib/domains/tiers/schema/ranking";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

/** Names the own partner in its track's ranking, or takes that back. */
export const chooseOwnRanking = defineAction({
	permission: "ranking.choose",
	input: rankingChoiceSchema,
	handler: async ({ scope, input: { isPublic } }) => {
		const outcome = await chooseRanking(scope, isPublic, new Date());
		if (outcome.ok) revalidatePath(routes.partner.ranking());
		return outcome;
	},
});
