"use server";

import { revalidatePath } from "next/cache";
import { changeCeilings, optIn, optOut } from "@/lib/domains/trust/mutations/card/hold-guarantee";
import {
	answerSuspensionAppeal,
	appealSuspension,
	liftSuspension,
	suspendGuarantee,
} from "@/lib/domains/trust/mutations/card/suspend";
import {
	answerSuspensionAppealSchema,
	appealSuspensionSchema,
	changeCeilingsSchema,
	liftSchema,
	optInSchema,
	optOutSchema,
	suspendSchema,
} from "@/lib/domains/trust/schema/card";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

const showBrand = () => revalidatePath(routes.brand.trustCards(), "layout");
const showDesk = () => revalidatePath(routes.ops.trustCards(), "layout");

export const holdTrustGuarantee = defineAction({
	permission: "trust-card.own",
	input: optInSchema,
	handler: async ({ scope, input }) => {
		const outcome = await optIn(scope, input, new Date());
		showBrand();
		return outcome;
	},
});

export const changeTrustCeilings = defineAction({
	permission: "trust-card.own",
	input: changeCeilingsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await changeCeilings(scope, input, new Date());
		showBrand();
		return outcome;
	},
});

export const leaveTrustGuarantee = defineAction({
	permission: "trust-card.own",
	input: optOutSchema,
	handler: async ({ scope, input }) => {
		const outcome = await optOut(scope, input, new Date());
		showBrand();
		return outcome;
	},
});

export const appealTrustSuspension = defineAction({
	permission: "trust-card.own",
	input: appealSuspensionSchema,
	handler: async ({ scope, input }) => {
		const outcome = await appealSuspension(scope, input, new Date());
		showBrand();
		return outcome;
	},
});

export const suspendTrustGuarantee = defineAction({
	permission: "trust-card.suspend",
	input: suspendSchema,
	handler: async ({ scope, input }) => {
		const outcome = await suspendGuarantee(scope, input, new Date());
		showDesk();
		return outcome;
	},
});

export const liftTrustSuspension = defineAction({
	permission: "trust-card.suspend",
	input: liftSchema,
	handler: async ({ scope, input }) => {
		const outcome = await liftSuspension(scope, input, new Date());
		showDesk();
		return outcome;
	},
});

export const answerTrustSuspensionAppeal = defineAction({
	permission: "trust-card.suspend",
	input: answerSuspensionAppealSchema,
	handler: async ({ scope, input }) => {
		const outcome = await answerSuspensionAppeal(scope, input, new Date());
		showDesk();
		return outcome;
	},
});
