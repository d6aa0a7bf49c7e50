"use server";

import { revalidatePath } from "next/cache";
import { endBinding as closeBinding, bindShop as writeBinding } from "@/lib/domains/gmv/mutations/bindings";
import { bindShopSchema, endBindingSchema } from "@/lib/domains/gmv/schema";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const bindShop = defineAction({
	permission: "binding.manage",
	input: bindShopSchema,
	handler: async ({ scope, input }) => {
		const outcome = await writeBinding(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.partners(), "layout");
		return outcome;
	},
});

export const endBinding = defineAction({
	permission: "binding.manage",
	input: endBindingSchema,
	handler: async ({ scope, input }) => {
		const outcome = await closeBinding(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.partners(), "layout");
		return outcome;
	},
});
