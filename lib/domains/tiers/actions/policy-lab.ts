"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { listFinalRuns } from "@/lib/domains/tiers/data/past-runs";
import { findTierDraft, listTierPolicies } from "@/lib/domains/tiers/data/policy-drafts";
import { replayPeriod } from "@/lib/domains/tiers/data/replay-policy";
import { beginTierDraft, discardTierDraft, saveTierDraft } from "@/lib/domains/tiers/mutations/policy-drafts";
import {
	confirmTierPolicy,
	preparePolicy,
	proposeTierPolicy,
	withdrawTierProposal,
} from "@/lib/domains/tiers/mutations/publish-policy";
import { readTierPolicyForm } from "@/lib/domains/tiers/rules/policy-form";
import { MANY_PARTNERS } from "@/lib/domains/tiers/rules/policy-notice";
import type { PeriodReplay } from "@/lib/domains/tiers/types";
import { defineAction } from "@/lib/platform/action/define-action";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf, isDay } from "@/lib/platform/time";

const target = z.strictObject({ draftId: z.string().min(1).max(64), version: z.int().min(1) });
const RUNS_OFFERED = 24;

function showAgain() {
	revalidatePath(routes.ops.tierPolicy(), "layout");
}

/** Opens a draft, or the one that is open already. */
export const beginTierPolicyDraft = defineAction({
	permission: "tier-policy.manage",
	input: z.strictObject({ baseVersion: z.int().min(1) }),
	handler: async ({ scope, input }) => {
		const outcome = await beginTierDraft(scope, { ...input, today: businessDayOf(new Date()) });
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** Saves the draft while it is written; called by itself, so it revalidates nothing. */
export const saveTierPolicyDraft = defineAction({
	permission: "tier-policy.manage",
	input: target.extend({ form: z.unknown() }),
	handler: ({ scope, input }) => saveTierDraft(scope, { ...input, form: input.form }),
});

/** The draft as the server holds it, for a window that was overtaken by another. */
export const readTierPolicyDraft = defineAction({
	permission: "tier-policy.manage",
	input: z.strictObject({}),
	handler: async () => {
		const draft = await findTierDraft();
		return draft ? { ok: true, version: draft.version, form: draft.form } : refuse("NOT_FOUND");
	},
});

export const discardTierPolicyDraft = defineAction({
	permission: "tier-policy.manage",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await discardTierDraft(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

/** How many partners the saved draft would move, and from which day it may take effect. */
export const previewTierPolicy = defineAction({
	permission: "tier-policy.manage",
	input: z.strictObject({}),
	handler: async ({ scope }) => {
		const prepared = await preparePolicy(scope, new Date());
		if (!prepared.ok) return prepared;
		const { changed, noticeDays, earliest } = prepared;
		return { ok: true, changed, noticeDays, earliest, many: MANY_PARTNERS };
	},
});

export const proposeTierPolicyDraft = defineAction({
	permission: "tier-policy.manage",
	input: target.extend({
		effectiveOn: z.string().refine(isDay, { error: "DAY_INVALID" }),
		reason: z.string().trim().min(1, { error: "REQUIRED" }).max(500, { error: "TOO_LONG" }),
	}),
	handler: async ({ scope, input }) => {
		const outcome = await proposeTierPolicy(scope, { ...input, now: new Date() });
		if (outcome.ok) showAgain();
		return outcome;
	},
});

export const withdrawTierPolicyProposal = defineAction({
	permission: "tier-policy.manage",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await withdrawTierProposal(scope, input);
		if (outcome.ok) showAgain();
		return outcome;
	},
});

export const confirmTierPolicyDraft = defineAction({
	permission: "tier-policy.manage",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await confirmTierPolicy(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.home(), "layout");
		return outcome;
	},
});

/** Tries a version, or the saved draft, on the facts of past final runs. Writes nothing. */
export const replayTierPolicy = defineAction({
	permission: "tier-policy.read",
	input: z.strictObject({
		/** A version's number; null: the draft. */
		version: z.int().min(1).nullable(),
		runIds: z.array(z.string().min(1).max(64)).min(1).max(RUNS_OFFERED),
	}),
	handler: async ({ scope, input }) => {
		const policy = await policyToTry(input.version);
		if (!policy.ok) return policy;
		const runs = await listFinalRuns(scope, RUNS_OFFERED);
		const periods: PeriodReplay[] = [];
		for (const run of runs.filter(({ runId }) => input.runIds.includes(runId))) {
			periods.push(await replayPeriod(scope, policy.policy, run));
		}
		return periods.length === 0 ? refuse("NOT_FOUND") : { ok: true, periods };
	},
});

async function policyToTry(version: number | null) {
	if (version === null) {
		const draft = await findTierDraft();
		if (!draft) return refuse("NOT_FOUND");
		const reading = readTierPolicyForm(draft.form);
		if (reading.ok) return reading;
		return refuse("DRAFT_INCOMPLETE", { params: { count: Object.keys(reading.errors).length } });
	}
	const versions = await listTierPolicies(businessDayOf(new Date()));
	const found = versions.find((one) => one.version === version);
	return found ? { ok: true as const, policy: found.document } : refuse("NOT_FOUND");
}
