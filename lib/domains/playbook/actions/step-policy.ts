"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { toStepPolicy } from "@/lib/domains/playbook/data/step-policy";
import { findStepPolicyDraft } from "@/lib/domains/playbook/data/step-policy-drafts";
import { tryStepPolicy } from "@/lib/domains/playbook/data/step-policy-trial";
import {
	beginStepDraft,
	discardStepDraft,
	saveStepDraft,
} from "@/lib/domains/playbook/mutations/step-policy/drafts";
import { prepareStepPolicy, publishStepPolicy } from "@/lib/domains/playbook/mutations/step-policy/publish";
import { readStepPolicyForm } from "@/lib/domains/playbook/rules/steps/policy-form";
import { stepPolicyFormSchema } from "@/lib/domains/playbook/schema/step-policy";
import { MANY_PARTNERS } from "@/lib/domains/tiers/rules/policy-notice";
import { defineAction } from "@/lib/platform/action/define-action";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf, isDay } from "@/lib/platform/time";

const target = z.strictObject({ draftId: z.string().min(1).max(64), version: z.int().min(1) });

function showAgain() {
	revalidatePath(routes.ops.stepPolicy(), "layout");
}

/** Opens a draft, or the one that is open already. */
export const beginStepPolicyDraft = defineAction({
	permission: "step-policy.manage",
	input: z.strictObject({ baseVersion: z.int().min(1) }),
	handler: async ({ scope, input }) => {
		const outcome = await beginStepDraft(scope, { ...input, today: businessDayOf(new Date()) });
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** Saves the draft while it is written; called by itself, so it revalidates nothing. */
export const saveStepPolicyDraft = defineAction({
	permission: "step-policy.manage",
	input: target.extend({ form: z.unknown() }),
	handler: ({ scope, input }) => saveStepDraft(scope, { ...input, form: input.form }),
});

/** The draft as the server holds it, for a window that was overtaken by another. */
export const readStepPolicyDraft = defineAction({
	permission: "step-policy.manage",
	input: z.strictObject({}),
	handler: async () => {
		const draft = await findStepPolicyDraft();
		return draft ? { ok: true, version: draft.version, form: draft.form } : refuse("NOT_FOUND");
	},
});

export const discardStepPolicyDraft = defineAction({
	permission: "step-policy.manage",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await discardStepDraft(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** How many brands the saved draft would move, and from which day it may take effect. */
export const previewStepPolicy = defineAction({
	permission: "step-policy.manage",
	input: z.strictObject({}),
	handler: async ({ scope }) => {
		const prepared = await prepareStepPolicy(scope, new Date());
		if (!prepared.ok) return prepared;
		const { changed, noticeDays, earliest } = prepared;
		return { ok: true, changed, noticeDays, earliest, many: MANY_PARTNERS };
	},
});

export const publishStepPolicyDraft = defineAction({
	permission: "step-policy.manage",
	input: target.extend({ effectiveOn: z.string().refine(isDay, { error: "DAY_INVALID" }) }),
	handler: async ({ scope, input }) => {
		const outcome = await publishStepPolicy(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.home(), "layout");
		return outcome;
	},
});

/** Tries what is typed on the last day judged, for all brands. Writes nothing. */
export const tryStepPolicyForm = defineAction({
	permission: "playbook.portfolio",
	input: z.strictObject({ form: stepPolicyFormSchema }),
	handler: async ({ scope, input }) => {
		const reading = readStepPolicyForm(input.form);
		if (!reading.ok)
			return refuse("DRAFT_INCOMPLETE", { params: { count: Object.keys(reading.errors).length } });
		const trial = await tryStepPolicy(scope, toStepPolicy(0, reading.policy));
		return trial ? { ok: true, trial } : refuse("STEPS_NOT_JUDGED");
	},
});
