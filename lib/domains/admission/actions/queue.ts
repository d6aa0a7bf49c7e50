"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { z } from "zod";
import { claimNextApplication } from "@/lib/domains/admission/mutations/claim-next";
import { queueColumns, queueColumnsCookie } from "@/lib/domains/admission/rules/queue-view";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

export const claimNext = defineAction({
	permission: "application.review",
	input: z.strictObject({}),
	handler: async ({ scope }) => {
		const outcome = await claimNextApplication(scope);
		if (outcome.ok) revalidatePath(routes.ops.applications(), "layout");
		return outcome;
	},
});

/** The columns a reader wants to see; kept in a cookie, so that the server renders them at once. */
export const chooseQueueColumns = defineAction({
	permission: "application.read",
	input: z.strictObject({ columns: z.array(z.enum(queueColumns)) }),
	handler: async ({ input }) => {
		const jar = await cookies();
		jar.set(queueColumnsCookie, input.columns.join("."), {
			path: routes.ops.applications(),
			maxAge: YEAR_IN_SECONDS,
			sameSite: "lax",
			httpOnly: true,
		});
		revalidatePath(routes.ops.applications());
		return { ok: true };
	},
});
