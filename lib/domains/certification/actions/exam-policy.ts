"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { findExamPolicyDraft } from "@/lib/domains/certification/data/exam-policy-drafts";
import {
	beginExamDraft,
	discardExamDraft,
	saveExamDraft,
} from "@/lib/domains/certification/mutations/exam-policy/drafts";
import {
	prepareExamPolicy,
	publishExamPolicy,
} from "@/lib/domains/certification/mutations/exam-policy/publish";
import { defineAction } from "@/lib/platform/action/define-action";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf, isDay } from "@/lib/platform/time";

const target = z.strictObject({ draftId: z.string().min(1).max(64), version: z.int().min(1) });
const showAgain = () => revalidatePath(routes.ops.examPolicy(), "layout");

/** Opens a draft, or the one that is open already. */
export const beginExamPolicyDraft = defineAction({
	permission: "exam-policy.manage",
	input: z.strictObject({ baseVersion: z.int().min(1) }),
	handler: async ({ scope, input }) => {
		const outcome = await beginExamDraft(scope, { ...input, today: businessDayOf(new Date()) });
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** Saves the draft while it is written; called by itself, so it revalidates nothing. */
export const saveExamPolicyDraft = defineAction({
	permission: "exam-policy.manage",
	input: target.extend({ form: z.unknown() }),
	handler: ({ scope, input }) => saveExamDraft(scope, { ...input, form: input.form }),
});

/** The draft as the server holds it, for a window that was overtaken by another. */
export const readExamPolicyDraft = defineAction({
	permission: "exam-policy.manage",
	input: z.strictObject({}),
	handler: async () => {
		const draft = await findExamPolicyDraft();
		return draft ? { ok: true, version: draft.version, form: draft.form } : refuse("NOT_FOUND");
	},
});

export const discardExamPolicyDraft = defineAction({
	permission: "exam-policy.manage",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await discardExamDraft(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** How many partners the saved draft reaches, and from which day it may take effect. */
export const previewExamPolicy = defineAction({
	permission: "exam-policy.manage",
	input: z.strictObject({}),
	handler: async () => {
		const prepared = await prepareExamPolicy(new Date());
		if (!prepared.ok) return prepared;
		const { partners, noticeDays, earliest } = prepared;
		return { ok: true, partners, noticeDays, earliest };
	},
});

export const publishExamPolicyDraft = defineAction({
	permission: "exam-policy.manage",
	input: target.extend({ effectiveOn: z.string().refine(isDay, { error: "DAY_INVALID" }) }),
	handler: async ({ scope, input }) => {
		const outcome = await publishExamPolicy(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.home(), "layout");
		return outcome;
	},
});
