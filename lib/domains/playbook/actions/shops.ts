"use server";

import { refresh } from "next/cache";
import { connectShops, releaseShop } from "@/lib/domains/playbook/mutations/shops";
import { connectShopsSchema, releaseShopSchema } from "@/lib/domains/playbook/schema";
import { defineAction } from "@/lib/platform/action/define-action";

export const connectBrandShops = defineAction({
	permission: "playbook.manage",
	input: connectShopsSchema,
	handler: async ({ scope, input }) => {
		const outcome = await connectShops(scope, { ...input, now: new Date() });
		if (outcome.ok) refresh();
		return outcome;
	},
});

export const releaseBrandShop = defineAction({
	permission: "playbook.manage",
	input: releaseShopSchema,
	handler: async ({ scope, input }) => {
		const outcome = await releaseShop(scope, { ...input, now: new Date() });
		if (outcome.ok) refresh();
		return outcome;
	},
});
