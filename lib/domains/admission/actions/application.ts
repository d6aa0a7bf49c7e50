"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { findOwnApplication } from "@/lib/domains/admission/data/applications";
import { isUsccTaken } from "@/lib/domains/admission/data/uscc-taken";
import { saveDraft } from "@/lib/domains/admission/mutations/save-draft";
import { startApplication } from "@/lib/domains/admission/mutations/start-application";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import { withdrawApplication } from "@/lib/domains/admission/mutations/withdraw-application";
import { applicationDraftSchema } from "@/lib/domains/admission/schema/draft";
import { uscc } from "@/lib/domains/admission/schema/fields";
import { applicationId, applicationTarget as target } from "@/lib/domains/admission/schema/target";
import { defineAction } from "@/lib/platform/action/define-action";
import { createRateLimit } from "@/lib/platform/action/rate-limit";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf } from "@/lib/platform/time";

const mayAskForCode = createRateLimit({ count: 30, windowMs: 60_000 });

/**
 * Whether another organisation stands under a credit code, while it is being typed. Nothing is told of whom, and a session
 * asks so often a minute and no more: nobody reads the register of partners through this.
 */
export const checkUsccIsFree = defineAction({
	permission: "application.edit",
	input: z.strictObject({ uscc }),
	handler: async ({ scope, sessionId, input }) => {
		if (!mayAskForCode(sessionId, Date.now())) return refuse("TOO_MANY_ATTEMPTS");
		return { ok: true, taken: await isUsccTaken(scope, input.uscc) };
	},
});

/** Opens the application form: the open application, or a new one. */
export const openApplicationForm = defineAction({
	permission: "application.edit",
	input: z.strictObject({}),
	handler: async ({ scope }) => {
		const outcome = await startApplication(scope, businessDayOf(new Date()));
		if (outcome.ok) revalidatePath(routes.partner.application());
		return outcome;
	},
});

/** Saves the form while it is being filled; called by itself, so it revalidates nothing. */
export const saveApplicationDraft = defineAction({
	permission: "application.edit",
	input: target.extend({ form: applicationDraftSchema }),
	handler: ({ scope, input }) => saveDraft(scope, input),
});

/** The draft as the server holds it, for a window that was overtaken by another. */
export const readApplicationDraft = defineAction({
	permission: "application.edit",
	input: z.strictObject({ applicationId }),
	handler: async ({ scope, input }) => {
		const application = await findOwnApplication(scope, input.applicationId);
		if (!application) return refuse("NOT_FOUND");
		return { ok: true, version: application.version, form: application.form };
	},
});

export const submitOwnApplication = defineAction({
	permission: "application.edit",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await submitApplication(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});

export const withdrawOwnApplication = defineAction({
	permission: "application.edit",
	input: z.strictObject({ applicationId }),
	handler: async ({ scope, input }) => {
		const outcome = await withdrawApplication(scope, input.applicationId);
		revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});
