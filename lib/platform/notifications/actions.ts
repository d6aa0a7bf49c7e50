"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/platform/action/define-action";
import { markAllRead, markRead } from "./mutations";

/** The bell of every page counts what is unread, so every page is stale afterwards. */
function refreshShell(): void {
	revalidatePath("/", "layout");
}

export const readNotification = defineAction({
	permission: "account.own",
	input: z.object({ id: z.string().min(1).max(64) }),
	handler: async ({ scope, input }) => {
		const outcome = await markRead(scope, input.id);
		refreshShell();
		return outcome;
	},
});

export const readAllNotifications = defineAction({
	permission: "account.own",
	input: z.object({}),
	handler: async ({ scope }) => {
		const outcome = await markAllRead(scope);
		refreshShell();
		return outcome;
	},
});
