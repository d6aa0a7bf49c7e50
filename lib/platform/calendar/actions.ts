"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/platform/action/define-action";
import { changeCalendar, previewCalendarChange } from "@/lib/platform/calendar/change";
import { routes } from "@/lib/platform/routes/routes";
import { isDay } from "@/lib/platform/time";

const day = z.string().refine(isDay, { error: "DAY_INVALID" });
const name = (max: number) => z.string().trim().min(1, { error: "REQUIRED" }).max(max, { error: "TOO_LONG" });
const change = z
	.strictObject({
		set: z
			.array(z.strictObject({ day, isWorkday: z.boolean(), nameZh: name(40), nameEn: name(80) }))
			.max(800, { error: "TOO_MANY" }),
		remove: z.array(day).max(800, { error: "TOO_MANY" }),
	})
	.refine(
		({ set, remove }) =>
			new Set([...set.map((one) => one.day), ...remove]).size === set.length + remove.length,
		{
			error: "DAY_TWICE",
		},
	);

/** What a change would do to the calendar and to the running clocks. */
export const previewCalendar = defineAction({
	permission: "calendar.manage",
	input: change,
	handler: ({ scope, input }) => previewCalendarChange(scope, input),
});

export const saveCalendar = defineAction({
	permission: "calendar.manage",
	input: change,
	handler: async ({ scope, input }) => {
		const outcome = await changeCalendar(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.home(), "layout");
		return outcome;
	},
});
