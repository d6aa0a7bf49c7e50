"use server";

import { revalidatePath } from "next/cache";
import {
	assignApplications,
	claimApplication,
	releaseApplication,
} from "@/lib/domains/admission/mutations/assign-application";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { declareConflict } from "@/lib/domains/admission/mutations/declare-conflict";
import { assignmentSchema } from "@/lib/domains/admission/schema/assignment";
import { conflictSchema } from "@/lib/domains/admission/schema/conflict";
import { reviewDecisionSchema } from "@/lib/domains/admission/schema/review";
import { applicationTarget as target } from "@/lib/domains/admission/schema/target";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const claimForReview = defineAction({
	permission: "application.review",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await claimApplication(scope, input);
		revalidatePath(routes.ops.applications(), "layout");
		return outcome;
	},
});

export const releaseFromReview = defineAction({
	permission: "application.review",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await releaseApplication(scope, input);
		revalidatePath(routes.ops.applications(), "layout");
		return outcome;
	},
});

/** A lead gives some applications to a reviewer; the answer says row by row how it went. */
export const assignToReviewer = defineAction({
	permission: "application.assign",
	input: assignmentSchema,
	handler: async ({ scope, input }) => {
		const outcome = await assignApplications(scope, input);
		revalidatePath(routes.ops.applications(), "layout");
		return outcome;
	},
});

export const decideReview = defineAction({
	permission: "application.review",
	input: target.extend({ review: reviewDecisionSchema }),
	handler: async ({ scope, input }) => {
		const outcome = await decideApplication(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.applications(), "layout");
		return outcome;
	},
});

/** Whoever is bound to a company says so, and hands back what they hold of it. */
export const declareOwnConflict = defineAction({
	permission: "application.review",
	input: conflictSchema,
	handler: async ({ scope, input }) => {
		const outcome = await declareConflict(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.home(), "layout");
		return outcome;
	},
});
