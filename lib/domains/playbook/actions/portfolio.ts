"use server";

import { refresh } from "next/cache";
import { inviteBrand } from "@/lib/domains/playbook/mutations/create-brand";
import { nudgeBrands, setManager, startPlaybooks } from "@/lib/domains/playbook/mutations/portfolio";
import { chosenBrandsSchema, newBrandSchema, setManagerSchema } from "@/lib/domains/playbook/schema";
import { defineAction } from "@/lib/platform/action/define-action";

export const inviteNewBrand = defineAction({
	permission: "playbook.manage",
	input: newBrandSchema,
	handler: async ({ scope, input }) => {
		const outcome = await inviteBrand(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});

export const setBrandManager = defineAction({
	permission: "playbook.manage",
	input: setManagerSchema,
	handler: async ({ scope, input }) => {
		const outcome = await setManager(scope, input);
		refresh();
		return outcome;
	},
});

export const startBrandPlaybooks = defineAction({
	permission: "playbook.manage",
	input: chosenBrandsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await startPlaybooks(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});

export const nudgeChosenBrands = defineAction({
	permission: "playbook.manage",
	input: chosenBrandsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await nudgeBrands(scope, { ...input, now: new Date() });
		refresh();
		return outcome;
	},
});
