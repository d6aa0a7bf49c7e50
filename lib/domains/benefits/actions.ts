"use server";

import { revalidatePath } from "next/cache";
import { applyForBenefit } from "@/lib/domains/benefits/mutations/apply";
import { moveBenefit, saveBenefit } from "@/lib/domains/benefits/mutations/catalogue";
import { clawBackBenefit } from "@/lib/domains/benefits/mutations/claw-back";
import { decideBenefit, withdrawApplication } from "@/lib/domains/benefits/mutations/decide";
import { markItem, takeItem } from "@/lib/domains/benefits/mutations/items";
import { closeApplication, recordUse, reportEffect } from "@/lib/domains/benefits/mutations/use";
import {
	applySchema,
	bulkApproveSchema,
	clawBackSchema,
	closeSchema,
	decideSchema,
	doneSchema,
	itemSchema,
	moveBenefitSchema,
	ownApplicationSchema,
	reportSchema,
	saveBenefitSchema,
	useSchema,
} from "@/lib/domains/benefits/schema";
import { defineAction } from "@/lib/platform/action/define-action";
import { AppError } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";

const refresh = () => revalidatePath(routes.ops.benefits(), "layout");

export const saveBenefitForm = defineAction({
	permission: "benefit.manage",
	input: saveBenefitSchema,
	handler: async ({ scope, input }) => {
		const outcome = await saveBenefit(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const changeBenefitStatus = defineAction({
	permission: "benefit.manage",
	input: moveBenefitSchema,
	handler: async ({ scope, input }) => {
		const outcome = await moveBenefit(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const applyToBenefit = defineAction({
	permission: "benefit.own",
	input: applySchema,
	handler: ({ scope, input }) => applyForBenefit(scope, input),
});

export const withdrawBenefitApplication = defineAction({
	permission: "benefit.own",
	input: ownApplicationSchema,
	handler: ({ scope, input }) => withdrawApplication(scope, input.applicationId),
});

export const decideBenefitApplication = defineAction({
	permission: "benefit.decide",
	input: decideSchema,
	handler: async ({ scope, input }) => {
		const outcome = await decideBenefit(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

/** Each application by itself, through the same function as one alone; what became of each is answered. */
export const approveBenefitApplications = defineAction({
	permission: "benefit.decide",
	input: bulkApproveSchema,
	handler: async ({ scope, input }) => {
		const results: { id: string; reason: string | null }[] = [];
		for (const id of new Set(input.applicationIds))
			try {
				const outcome = await decideBenefit(scope, { applicationId: id, decision: "APPROVE", reason: "" });
				results.push({ id, reason: outcome.ok ? null : outcome.reason });
			} catch (error) {
				if (!(error instanceof AppError)) throw error;
				results.push({ id, reason: error.code });
			}
		refresh();
		return { ok: true as const, results };
	},
});

export const recordBenefitUse = defineAction({
	permission: "benefit.own",
	input: useSchema,
	handler: ({ scope, input }) => recordUse(scope, input),
});

export const reportBenefitEffect = defineAction({
	permission: "benefit.own",
	input: reportSchema,
	handler: ({ scope, input }) => reportEffect(scope, input),
});

export const closeBenefitApplication = defineAction({
	permission: "benefit.decide",
	input: closeSchema,
	handler: async ({ scope, input }) => {
		const outcome = await closeApplication(scope, input.applicationId);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const clawBackBenefitGrant = defineAction({
	permission: "benefit.claw-back",
	input: clawBackSchema,
	handler: async ({ scope, input }) => {
		const outcome = await clawBackBenefit(scope, input);
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const takeBenefitItem = defineAction({
	permission: "benefit.own",
	input: itemSchema,
	handler: ({ scope, input }) => takeItem(scope, input.itemId),
});

export const markBenefitItem = defineAction({
	permission: "benefit.own",
	input: doneSchema,
	handler: ({ scope, input }) => markItem(scope, input.itemId, input.isDone),
});
