"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";
import { deactivateUser, reactivateUser } from "../mutations/users";
import { deactivateSchema, rowSchema } from "../schema";

export const deactivate = defineAction({
	permission: "user.manage",
	input: deactivateSchema,
	handler: async ({ scope, input }) => {
		const outcome = await deactivateUser(scope, input);
		revalidatePath(routes.ops.users());
		return outcome;
	},
});

export const reactivate = defineAction({
	permission: "user.manage",
	input: rowSchema,
	handler: async ({ scope, input }) => {
		const outcome = await reactivateUser(scope, input.id);
		revalidatePath(routes.ops.users());
		return outcome;
	},
});
