"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";
import { workspaceHome } from "@/lib/platform/session/session";
import { revokeOtherSessions, revokeSession, switchOrganisation as switchTo } from "../mutations/sessions";
import { rowSchema } from "../schema";

export const endSession = defineAction({
	permission: "account.own",
	input: rowSchema,
	handler: async ({ scope, input }) => {
		const outcome = await revokeSession(scope, input.id);
		revalidatePath(routes.account.sessions());
		return outcome;
	},
});

export const endOtherSessions = defineAction({
	permission: "account.own",
	input: z.object({}),
	handler: async ({ scope, sessionId }) => {
		const outcome = await revokeOtherSessions(scope, sessionId);
		revalidatePath(routes.account.sessions());
		return outcome;
	},
});

/** Leads to the other organisation's workspace, because the page at hand belongs to this one's. */
export const switchOrganisation = defineAction({
	permission: "account.own",
	input: z.object({ organisationId: z.string().min(1).max(64) }),
	handler: async ({ scope, sessionId, input }) => {
		const { role } = await switchTo(scope, sessionId, input.organisationId);
		redirect(workspaceHome(role));
	},
});
