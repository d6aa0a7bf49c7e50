"use server";

import { revalidatePath } from "next/cache";
import {
	appealAsShop,
	appealForBuyer,
	decideClaimAppeal,
} from "@/lib/domains/trust/mutations/claims/appeal-claim";
import { decideClaim } from "@/lib/domains/trust/mutations/claims/decide-claim";
import { moveDeposit } from "@/lib/domains/trust/mutations/claims/move-deposit";
import { openClaim } from "@/lib/domains/trust/mutations/claims/open-claim";
import { dropRecall, previewRecall, startRecall } from "@/lib/domains/trust/mutations/claims/recall-batch";
import { addEvidence, assignClaims, reviseFacts } from "@/lib/domains/trust/mutations/claims/work-claim";
import {
	addEvidenceSchema,
	appealClaimSchema,
	assignClaimsSchema,
	decideClaimAppealSchema,
	decideClaimSchema,
	moveDepositSchema,
	openClaimSchema,
	previewRecallSchema,
	recallTargetSchema,
	reviseFactsSchema,
} from "@/lib/domains/trust/schema/claims";
import { defineAction } from "@/lib/platform/action/define-action";
import { actorOf } from "@/lib/platform/audit/actor";
import { routes } from "@/lib/platform/routes/routes";

const showDesk = () => revalidatePath(routes.ops.trustClaims(), "layout");
const showShop = () => revalidatePath(routes.brand.trustClaims(), "layout");

export const openTrustClaim = defineAction({
	permission: "trust-claim.work",
	input: openClaimSchema,
	handler: async ({ scope, input }) => {
		const key = `${scope.userId}:${input.key}`;
		const outcome = await openClaim(
			{ actor: actorOf(scope), channel: "OPERATIONS" },
			{ ...input, key },
			new Date(),
		);
		if (outcome.ok) showDesk();
		return outcome;
	},
});

export const reviseClaimFacts = defineAction({
	permission: "trust-claim.work",
	input: reviseFactsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await reviseFacts(scope, input, new Date());
		if (outcome.ok) showDesk();
		return outcome;
	},
});

export const addClaimEvidence = defineAction({
	permission: "trust-claim.work",
	input: addEvidenceSchema,
	handler: async ({ scope, input }) => {
		const outcome = await addEvidence(scope, input, new Date());
		if (outcome.ok) showDesk();
		return outcome;
	},
});

export const addShopEvidence = defineAction({
	permission: "trust-claim.own",
	input: addEvidenceSchema,
	handler: async ({ scope, input }) => {
		const outcome = await addEvidence(scope, input, new Date());
		if (outcome.ok) showShop();
		return outcome;
	},
});

export const assignTrustClaims = defineAction({
	permission: "trust-claim.work",
	input: assignClaimsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await assignClaims(scope, input, new Date());
		if (outcome.ok) showDesk();
		return outcome;
	},
});

export const decideTrustClaim = defineAction({
	permission: "trust-claim.work",
	input: decideClaimSchema,
	handler: async ({ scope, input }) => {
		const outcome = await decideClaim(scope, input, new Date());
		showDesk();
		return outcome;
	},
});

export const appealTrustClaim = defineAction({
	permission: "trust-claim.own",
	input: appealClaimSchema,
	handler: async ({ scope, input }) => {
		const outcome = await appealAsShop(scope, input, new Date());
		if (outcome.ok) showShop();
		return outcome;
	},
});

export const appealTrustClaimForBuyer = defineAction({
	permission: "trust-claim.work",
	input: appealClaimSchema,
	handler: async ({ scope, input }) => {
		const outcome = await appealForBuyer(scope, input, new Date());
		if (outcome.ok) showDesk();
		return outcome;
	},
});

export const decideTrustClaimAppeal = defineAction({
	permission: "trust-claim.work",
	input: decideClaimAppealSchema,
	handler: async ({ scope, input }) => {
		const outcome = await decideClaimAppeal(scope, input, new Date());
		showDesk();
		return outcome;
	},
});

export const moveTrustDeposit = defineAction({
	permission: "trust-account.manage",
	input: moveDepositSchema,
	handler: async ({ scope, input }) => {
		const outcome = await moveDeposit(scope, input, new Date());
		if (outcome.ok) revalidatePath(routes.ops.trustAccounts(), "layout");
		return outcome;
	},
});

export const previewTrustRecall = defineAction({
	permission: "trust-claim.recall",
	input: previewRecallSchema,
	handler: async ({ scope, input }) => {
		const outcome = await previewRecall(scope, input, new Date());
		if (outcome.ok) revalidatePath(routes.ops.trustRecalls(), "layout");
		return outcome;
	},
});

export const startTrustRecall = defineAction({
	permission: "trust-claim.recall",
	input: recallTargetSchema,
	handler: async ({ scope, input }) => {
		const outcome = await startRecall(scope, input.recallId, new Date());
		revalidatePath(routes.ops.trustRecalls(), "layout");
		return outcome;
	},
});

export const dropTrustRecall = defineAction({
	permission: "trust-claim.recall",
	input: recallTargetSchema,
	handler: async ({ scope, input }) => {
		const outcome = await dropRecall(scope, input.recallId);
		revalidatePath(routes.ops.trustRecalls(), "layout");
		return outcome;
	},
});
