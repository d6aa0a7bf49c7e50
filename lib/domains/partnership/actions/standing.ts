"use server";

import { revalidatePath } from "next/cache";
import { openProbation } from "@/lib/domains/partnership/mutations/open-probation";
import { closeProbation, reportProgress } from "@/lib/domains/partnership/mutations/work-probation";
import {
	decideVerification,
	submitVerification,
} from "@/lib/domains/partnership/mutations/work-verification";
import {
	closeProbationSchema,
	openProbationSchema,
	reportProgressSchema,
} from "@/lib/domains/partnership/schema/probation";
import {
	decideVerificationSchema,
	submitVerificationSchema,
} from "@/lib/domains/partnership/schema/verification";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const warnPartner = defineAction({
	permission: "exit.manage",
	input: openProbationSchema,
	handler: async ({ scope, input }) => {
		const outcome = await openProbation(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.home(), "layout");
		return outcome;
	},
});

export const endProbation = defineAction({
	permission: "exit.manage",
	input: closeProbationSchema,
	handler: async ({ scope, input }) => {
		const outcome = await closeProbation(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.home(), "layout");
		return outcome;
	},
});

export const reportPlanItem = defineAction({
	permission: "partnership.own",
	input: reportProgressSchema,
	handler: async ({ scope, input }) => {
		const outcome = await reportProgress(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.partnership());
		return outcome;
	},
});

export const sendVerification = defineAction({
	permission: "partnership.own",
	input: submitVerificationSchema,
	handler: async ({ scope, input }) => {
		const outcome = await submitVerification(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.partnership());
		return outcome;
	},
});

export const judgeVerification = defineAction({
	permission: "verification.review",
	input: decideVerificationSchema,
	handler: async ({ scope, input }) => {
		const outcome = await decideVerification(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.verifications(), "layout");
		return outcome;
	},
});
