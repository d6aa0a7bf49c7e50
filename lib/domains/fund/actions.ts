"use server";

import { revalidatePath } from "next/cache";
import { applyForFund } from "@/lib/domains/fund/mutations/apply";
import { moveCommitment } from "@/lib/domains/fund/mutations/commitment";
import { setCommittee } from "@/lib/domains/fund/mutations/committee";
import { investInApplication } from "@/lib/domains/fund/mutations/decide";
import { assignApplication, declareFundConflict, noteOnApplication } from "@/lib/domains/fund/mutations/desk";
import { moveFundApplication } from "@/lib/domains/fund/mutations/move";
import { payTranche, planTranches } from "@/lib/domains/fund/mutations/tranches";
import { voteOnApplication } from "@/lib/domains/fund/mutations/vote";
import { withdrawFromFund } from "@/lib/domains/fund/mutations/withdraw";
import {
	applyForFundSchema,
	assignFundSchema,
	boundFundSchema,
	committeeSchema,
	investFundSchema,
	moveFundSchema,
	noteFundSchema,
	payTrancheSchema,
	planTranchesSchema,
	voteFundSchema,
	withdrawFundSchema,
} from "@/lib/domains/fund/schema";
import { moveGrantSchema } from "@/lib/domains/pools/schema";
import { defineAction } from "@/lib/platform/action/define-action";
import type { Outcome } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";

/** What the platform's pages show changed with it. */
async function shown<Value extends object>(work: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
	const outcome = await work;
	if (outcome.ok) revalidatePath(routes.ops.fund(), "layout");
	return outcome;
}

export const applyToFund = defineAction({
	permission: "fund.apply",
	input: applyForFundSchema,
	handler: async ({ scope, input }) => {
		const outcome = await applyForFund(scope, input);
		if (outcome.ok) revalidatePath(routes.partner.fund(), "layout");
		return outcome;
	},
});

export const withdrawFundApplication = defineAction({
	permission: "fund.apply",
	input: withdrawFundSchema,
	handler: async ({ scope, input }) => {
		const outcome = await withdrawFromFund(scope, input);
		if (outcome.ok) revalidatePath(routes.partner.fund(), "layout");
		return outcome;
	},
});

export const moveFundCase = defineAction({
	permission: "fund.work",
	input: moveFundSchema,
	handler: ({ scope, input }) => shown(moveFundApplication(scope, input)),
});

export const voteOnFundCase = defineAction({
	permission: "fund.work",
	input: voteFundSchema,
	handler: ({ scope, input }) => shown(voteOnApplication(scope, input)),
});

export const investInFundCase = defineAction({
	permission: "fund.decide",
	input: investFundSchema,
	handler: ({ scope, input }) => shown(investInApplication(scope, input)),
});

export const noteOnFundCase = defineAction({
	permission: "fund.work",
	input: noteFundSchema,
	handler: ({ scope, input }) => shown(noteOnApplication(scope, input)),
});

export const assignFundCase = defineAction({
	permission: "fund.work",
	input: assignFundSchema,
	handler: ({ scope, input }) => shown(assignApplication(scope, input)),
});

export const declareFundBond = defineAction({
	permission: "fund.work",
	input: boundFundSchema,
	handler: ({ scope, input }) => shown(declareFundConflict(scope, input)),
});

export const saveFundCommittee = defineAction({
	permission: "fund.decide",
	input: committeeSchema,
	handler: ({ scope, input }) => shown(setCommittee(scope, input)),
});

export const moveFundCommitment = defineAction({
	permission: "fund.decide",
	input: moveGrantSchema,
	handler: ({ scope, input }) => shown(moveCommitment(scope, input)),
});

export const planFundTranches = defineAction({
	permission: "fund.decide",
	input: planTranchesSchema,
	handler: ({ scope, input }) => shown(planTranches(scope, input)),
});

export const payFundTranche = defineAction({
	permission: "fund.decide",
	input: payTrancheSchema,
	handler: ({ scope, input }) => shown(payTranche(scope, input)),
});
