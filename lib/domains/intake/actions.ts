"use server";

import { revalidatePath } from "next/cache";
import { createKey, revokeKey } from "@/lib/domains/intake/mutations/keys";
import { createKeySchema, keyIdSchema } from "@/lib/domains/intake/schema/keys";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const makeApiKey = defineAction({
	permission: "api-key.manage",
	input: createKeySchema,
	handler: async ({ scope, input }) => {
		const outcome = await createKey(scope, input, new Date());
		revalidatePath(routes.ops.apiKeys());
		return outcome;
	},
});

export const revokeApiKey = defineAction({
	permission: "api-key.manage",
	input: keyIdSchema,
	handler: async ({ scope, input }) => {
		const outcome = await revokeKey(scope, input.id, new Date());
		revalidatePath(routes.ops.apiKeys());
		return outcome;
	},
});
