"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { readRunProgress } from "@/lib/domains/tiers/data/read-runs";
import { closeNotice } from "@/lib/domains/tiers/mutations/close-notice";
import { discardRun } from "@/lib/domains/tiers/mutations/discard-run";
import { openNotice } from "@/lib/domains/tiers/mutations/open-notice";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { reasonSchema, runIdSchema } from "@/lib/domains/tiers/schema/run";
import { defineAction } from "@/lib/platform/action/define-action";
import { actorOf } from "@/lib/platform/audit/actor";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { isMonth, lastDayOf } from "@/lib/platform/time";

const oneRun = z.strictObject({ runId: runIdSchema });

/** Starts the evaluation of a month as of its last day; with a reason it corrects a final one. */
export const startEvaluation = defineAction({
	permission: "evaluation.run",
	input: z.strictObject({
		month: z.string().refine(isMonth, { error: "BAD_MONTH" }),
		reason: reasonSchema.optional(),
	}),
	handler: async ({ scope, input: { month, reason } }) => {
		const outcome = await startRun({
			asOf: lastDayOf(month),
			reason,
			actor: actorOf(scope),
			now: new Date(),
		});
		if (outcome.ok) revalidatePath(routes.ops.evaluations());
		return outcome;
	},
});

/** How far a run's computing is; asked again and again while it runs. */
export const readEvaluationProgress = defineAction({
	permission: "evaluation.read",
	input: oneRun,
	handler: async ({ scope, input: { runId } }) => {
		const progress = await readRunProgress(scope, runId);
		return progress ? { ok: true, progress } : refuse("NOT_FOUND");
	},
});

export const openEvaluationNotice = defineAction({
	permission: "evaluation.run",
	input: oneRun,
	handler: async ({ scope, input: { runId } }) => {
		const outcome = await openNotice(scope, { runId, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.evaluation(runId));
		return outcome;
	},
});

export const closeEvaluationNotice = defineAction({
	permission: "evaluation.run",
	input: oneRun,
	handler: async ({ scope, input: { runId } }) => {
		const outcome = await closeNotice({ runId, actor: actorOf(scope), now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.evaluation(runId));
		return outcome;
	},
});

export const discardEvaluation = defineAction({
	permission: "evaluation.run",
	input: z.strictObject({ runId: runIdSchema, reason: reasonSchema }),
	handler: async ({ scope, input }) => {
		const outcome = await discardRun(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.evaluation(input.runId));
		return outcome;
	},
});
