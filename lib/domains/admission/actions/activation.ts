"use server";

import { revalidatePath } from "next/cache";
import { acceptAgreement } from "@/lib/domains/admission/mutations/accept-agreement";
import { checkDeposit } from "@/lib/domains/admission/mutations/check-deposit";
import { reportDeposit } from "@/lib/domains/admission/mutations/report-deposit";
import {
	agreementAcceptanceSchema,
	depositCheckSchema,
	depositReportSchema,
} from "@/lib/domains/admission/schema/activation";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const acceptOwnAgreement = defineAction({
	permission: "application.edit",
	input: agreementAcceptanceSchema,
	handler: async ({ scope, input: { accepted: _, ...input } }) => {
		const outcome = await acceptAgreement(scope, { ...input, now: new Date() });
		revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});

export const reportOwnDeposit = defineAction({
	permission: "application.edit",
	input: depositReportSchema,
	handler: async ({ scope, input }) => {
		const outcome = await reportDeposit(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.partner.home(), "layout");
		return outcome;
	},
});

export const checkReportedDeposit = defineAction({
	permission: "deposit.check",
	input: depositCheckSchema,
	handler: async ({ scope, input }) => {
		const outcome = await checkDeposit(scope, { ...input, now: new Date() });
		revalidatePath(routes.ops.deposits());
		return outcome;
	},
});
