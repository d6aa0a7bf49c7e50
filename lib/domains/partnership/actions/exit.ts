"use server";

import { revalidatePath } from "next/cache";
import { answerExit } from "@/lib/domains/partnership/mutations/answer-exit";
import { cancelNotice } from "@/lib/domains/partnership/mutations/cancel-notice";
import { decideExit } from "@/lib/domains/partnership/mutations/decide-exit";
import { requestExit, takeBackExit } from "@/lib/domains/partnership/mutations/leave";
import { openExit } from "@/lib/domains/partnership/mutations/open-exit";
import { refundDeposit } from "@/lib/domains/partnership/mutations/refund-deposit";
import {
	cancelNoticeSchema,
	decideExitSchema,
	exitTarget,
	leaveSchema,
	openExitSchema,
	replyExitSchema,
} from "@/lib/domains/partnership/schema/exit";
import { refundDepositSchema } from "@/lib/domains/partnership/schema/refund";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const giveExitNotice = defineAction({
	permission: "exit.manage",
	input: openExitSchema,
	handler: async ({ scope, input }) => {
		const outcome = await openExit(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.home(), "layout");
		return outcome;
	},
});

export const withdrawExitNotice = defineAction({
	permission: "exit.manage",
	input: cancelNoticeSchema,
	handler: async ({ scope, input }) => {
		const outcome = await cancelNotice(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.exits(), "layout");
		return outcome;
	},
});

export const decideExitCase = defineAction({
	permission: "exit.manage",
	input: decideExitSchema,
	handler: async ({ scope, input }) => {
		const outcome = await decideExit(scope, { ...input, now: new Date() });
		if (outcome.ok) {
			revalidatePath(routes.ops.home(), "layout");
			revalidatePath(routes.notices());
		}
		return outcome;
	},
});

export const recordRefund = defineAction({
	permission: "exit.manage",
	input: refundDepositSchema,
	handler: async ({ scope, input }) => {
		const outcome = await refundDeposit(scope, { ...input, now: new Date() });
		if (!outcome.ok) return outcome;
		revalidatePath(routes.ops.exits(), "layout");
		return { ok: true };
	},
});

export const replyToNotice = defineAction({
	permission: "partnership.leave",
	input: replyExitSchema,
	handler: async ({ scope, input }) => {
		const outcome = await answerExit(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});

export const askToLeave = defineAction({
	permission: "partnership.leave",
	input: leaveSchema,
	handler: async ({ scope, input }) => {
		const outcome = await requestExit(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});

export const takeBackLeave = defineAction({
	permission: "partnership.leave",
	input: exitTarget,
	handler: async ({ scope, input }) => {
		const outcome = await takeBackExit(scope, input);
		if (outcome.ok) revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});
