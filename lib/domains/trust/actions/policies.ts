"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { findTrustPolicyDraft } from "@/lib/domains/trust/data/policy-drafts";
import {
	beginTrustDraft,
	discardTrustDraft,
	saveTrustDraft,
} from "@/lib/domains/trust/mutations/policy/drafts";
import { prepareTrustPolicy, publishTrustPolicy } from "@/lib/domains/trust/mutations/policy/publish";
import { trustPolicyKind } from "@/lib/domains/trust/schema/policies";
import { defineAction } from "@/lib/platform/action/define-action";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf, isDay } from "@/lib/platform/time";

const target = z.strictObject({
	kind: trustPolicyKind,
	draftId: z.string().min(1).max(64),
	version: z.int().min(1),
});

function showAgain() {
	revalidatePath(routes.ops.trustPolicies(), "layout");
}

/** Opens a draft, or the one of the kind that is open already. */
export const beginTrustPolicyDraft = defineAction({
	permission: "trust-policy.manage",
	input: z.strictObject({ kind: trustPolicyKind, baseVersion: z.int().min(1) }),
	handler: async ({ scope, input }) => {
		const outcome = await beginTrustDraft(scope, { ...input, today: businessDayOf(new Date()) });
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** Saves the draft while it is written; called by itself, so it revalidates nothing. */
export const saveTrustPolicyDraft = defineAction({
	permission: "trust-policy.manage",
	input: target.extend({ form: z.unknown() }),
	handler: ({ scope, input }) => saveTrustDraft(scope, { ...input, form: input.form }),
});

/** The draft as the server holds it, for a window that was overtaken by another. */
export const readTrustPolicyDraft = defineAction({
	permission: "trust-policy.manage",
	input: z.strictObject({ kind: trustPolicyKind }),
	handler: async ({ input }) => {
		const draft = await findTrustPolicyDraft(input.kind);
		return draft ? { ok: true, version: draft.version, form: draft.form } : refuse("NOT_FOUND");
	},
});

export const discardTrustPolicyDraft = defineAction({
	permission: "trust-policy.manage",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await discardTrustDraft(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** The notice the saved draft owes, and from which day it may take effect. */
export const previewTrustPolicy = defineAction({
	permission: "trust-policy.manage",
	input: z.strictObject({ kind: trustPolicyKind }),
	handler: async ({ input }) => {
		const prepared = await prepareTrustPolicy(input.kind, new Date());
		if (!prepared.ok) return prepared;
		const { noticeDays, earliest } = prepared;
		return { ok: true, noticeDays, earliest };
	},
});

export const publishTrustPolicyDraft = defineAction({
	permission: "trust-policy.manage",
	input: target.extend({ effectiveOn: z.string().refine(isDay, { error: "DAY_INVALID" }) }),
	handler: async ({ scope, input }) => {
		const outcome = await publishTrustPolicy(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.home(), "layout");
		return outcome;
	},
});
