"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import {
	type ChangeImpact,
	countAgreementAffected,
	measureImpact,
} from "@/lib/domains/admission/data/change-impact";
import {
	findAgreementDraft,
	findStandardsDraft,
	listAgreementVersions,
	listStandardsVersions,
	readStandards,
} from "@/lib/domains/admission/data/standards";
import {
	beginPolicyDraftFrom,
	discardPolicyDraftOf,
	savePolicyDraftForm,
} from "@/lib/domains/admission/mutations/policy-drafts";
import { publishPolicy } from "@/lib/domains/admission/mutations/publish-policy";
import { earliestEffectiveDay, noticeDaysFor } from "@/lib/domains/admission/rules/notice-period";
import { readStandardsForm } from "@/lib/domains/admission/rules/standards-form";
import { draftedKinds } from "@/lib/domains/admission/schema/standards-form";
import { defineAction } from "@/lib/platform/action/define-action";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf, isDay } from "@/lib/platform/time";

const kind = z.enum(draftedKinds);
const target = z.strictObject({
	kind,
	draftId: z.string().min(1).max(64),
	version: z.int().min(1),
});

/** Opens a draft, or the one that is open already. */
export const beginPolicyDraft = defineAction({
	permission: "standards.manage",
	input: z.strictObject({ kind, baseVersion: z.int().min(1) }),
	handler: async ({ scope, input }) => {
		const outcome = await beginPolicyDraftFrom(scope, { ...input, today: businessDayOf(new Date()) });
		if (outcome.ok) revalidatePath(routes.ops.standards(), "layout");
		return outcome;
	},
});

/** Saves the draft while it is written; called by itself, so it revalidates nothing. */
export const savePolicyDraft = defineAction({
	permission: "standards.manage",
	input: target.extend({ form: z.unknown() }),
	handler: ({ scope, input }) => savePolicyDraftForm(scope, { ...input, form: input.form }),
});

/** The draft as the server holds it, for a window that was overtaken by another. */
export const readPolicyDraft = defineAction({
	permission: "standards.manage",
	input: z.strictObject({ kind }),
	handler: async ({ input }) => {
		const draft = input.kind === "admission" ? await findStandardsDraft() : await findAgreementDraft();
		return draft ? { ok: true, version: draft.version, form: draft.form } : refuse("NOT_FOUND");
	},
});

/** Whom the saved draft would touch, and from which day it may take effect. */
export const previewPolicyDraft = defineAction({
	permission: "standards.manage",
	input: z.strictObject({ kind }),
	handler: async ({ scope, input }) => {
		const today = businessDayOf(new Date());
		let impact: ChangeImpact | null = null;
		if (input.kind === "admission") {
			const draft = await findStandardsDraft();
			if (!draft) return refuse("NOT_FOUND");
			const reading = readStandardsForm(draft.form);
			if (!reading.ok) {
				return refuse("DRAFT_INCOMPLETE", { params: { count: Object.keys(reading.errors).length } });
			}
			impact = await measureImpact(scope, reading.policy, today);
		}
		const affected = impact?.affected ?? (await countAgreementAffected(scope));
		const versions =
			input.kind === "admission" ? await listStandardsVersions(today) : await listAgreementVersions(today);
		const rules = (await readStandards(today)).document;
		return {
			ok: true,
			impact,
			affected,
			noticeDays: noticeDaysFor(rules, affected),
			manyOpenApplications: rules.manyOpenApplications,
			earliest: earliestEffectiveDay(rules, {
				today,
				affected,
				latestEffectiveFrom: versions[0]?.effectiveFrom ?? today,
			}),
		};
	},
});

export const discardPolicyDraft = defineAction({
	permission: "standards.manage",
	input: target,
	handler: async ({ scope, input }) => {
		const outcome = await discardPolicyDraftOf(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.standards(), "layout");
		return outcome;
	},
});

export const publishPolicyDraft = defineAction({
	permission: "standards.manage",
	input: target.extend({ effectiveOn: z.string().refine(isDay, { error: "DAY_INVALID" }) }),
	handler: async ({ scope, input }) => {
		const outcome = await publishPolicy(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.home(), "layout");
		return outcome;
	},
});
