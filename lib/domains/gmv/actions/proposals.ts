"use server";

import { revalidatePath } from "next/cache";
import {
	bindShop,
	endBinding,
	correctBinding as writeCorrection,
} from "@/lib/domains/gmv/mutations/bindings";
import {
	confirmProposal as writeConfirmation,
	rejectProposal as writeRejection,
	withdrawProposal as writeWithdrawal,
} from "@/lib/domains/gmv/mutations/decide-proposal";
import {
	proposeAsBrand as writeBrandProposal,
	proposeAsPartner as writePartnerProposal,
	proposeAsPlatform as writePlatformProposal,
} from "@/lib/domains/gmv/mutations/proposals";
import { bindShopSchema, endBindingSchema } from "@/lib/domains/gmv/schema";
import {
	confirmProposalSchema,
	correctBindingSchema,
	proposeAsBrandSchema,
	proposeAsPartnerSchema,
	proposeAsPlatformSchema,
	rehearseCorrectionSchema,
	rejectProposalSchema,
	withdrawProposalSchema,
} from "@/lib/domains/gmv/schema/proposals";
import { defineAction } from "@/lib/platform/action/define-action";
import type { Outcome } from "@/lib/platform/errors/errors";

/** Attribution stands on pages of all three workspaces. */
function shown<Value extends object>(outcome: Outcome<Value>): Outcome<Value> {
	if (outcome.ok) revalidatePath("/", "layout");
	return outcome;
}

export const proposeAsPartner = defineAction({
	permission: "binding.propose",
	input: proposeAsPartnerSchema,
	handler: async ({ scope, input }) => shown(await writePartnerProposal(scope, input)),
});

export const proposeAsBrand = defineAction({
	permission: "binding.brand",
	input: proposeAsBrandSchema,
	handler: async ({ scope, input }) => shown(await writeBrandProposal(scope, input)),
});

export const proposeAsPlatform = defineAction({
	permission: "binding.manage",
	input: proposeAsPlatformSchema,
	handler: async ({ scope, input }) => shown(await writePlatformProposal(scope, input)),
});

/** The three decisions are open to every workspace; the mutation asks for the permission of the side that decides. */
export const confirmProposal = defineAction({
	permission: "account.own",
	input: confirmProposalSchema,
	handler: async ({ scope, input }) => shown(await writeConfirmation(scope, input)),
});

export const rejectProposal = defineAction({
	permission: "account.own",
	input: rejectProposalSchema,
	handler: async ({ scope, input }) => shown(await writeRejection(scope, input)),
});

export const withdrawProposal = defineAction({
	permission: "account.own",
	input: withdrawProposalSchema,
	handler: async ({ scope, input }) => shown(await writeWithdrawal(scope, input)),
});

export const correctBinding = defineAction({
	permission: "binding.correct",
	input: correctBindingSchema,
	handler: async ({ scope, input }) => shown(await writeCorrection(scope, input)),
});

/** The three rehearsals say what a change would do to the books, and change nothing. */
export const rehearseBinding = defineAction({
	permission: "binding.correct",
	input: bindShopSchema,
	handler: ({ scope, input }) => bindShop(scope, input, { dryRun: true }),
});

export const rehearseEnd = defineAction({
	permission: "binding.correct",
	input: endBindingSchema,
	handler: ({ scope, input }) => endBinding(scope, input, { dryRun: true }),
});

export const rehearseCorrection = defineAction({
	permission: "binding.correct",
	input: rehearseCorrectionSchema,
	handler: ({ scope, input }) => writeCorrection(scope, input, { dryRun: true }),
});
