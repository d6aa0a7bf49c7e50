import { z } from "zod";
import { standardPlanCodes } from "@/lib/domains/partnership/constants";
import { dayText, id, version, words } from "@/lib/domains/partnership/schema/words";

/** A plan as it is stored. `code` stands for the words where the portal opened the probation by a rule. */
export const probationPlanSchema = z.object({
	items: z.array(
		z.object({
			id: z.string(),
			text: z.string(),
			code: z.enum(standardPlanCodes).nullable().default(null),
			dueOn: z.string(),
			/** The partner's last word on it. */
			report: z.string().nullable().default(null),
			reportedOn: z.string().nullable().default(null),
			isDone: z.boolean().default(false),
		}),
	),
});
export type ProbationPlan = z.output<typeof probationPlanSchema>;
export type PlanItem = ProbationPlan["items"][number];

export const openProbationSchema = z
	.strictObject({
		partnerId: id,
		reason: words(2_000),
		deadline: dayText,
		items: z
			.array(z.strictObject({ text: words(500), dueOn: dayText }))
			.min(1, { error: "REQUIRED" })
			.max(20, { error: "TOO_MANY" }),
	})
	.superRefine(({ items, deadline }, context) => {
		items.forEach((item, index) => {
			if (item.dueOn > deadline)
				context.addIssue({
					code: "custom",
					message: "AFTER_DEADLINE",
					path: ["items", index, "dueOn"],
				});
		});
	});
export type OpenProbation = z.output<typeof openProbationSchema>;

export const reportProgressSchema = z.strictObject({
	probationId: id,
	version,
	itemId: id,
	report: words(2_000),
	isDone: z.boolean(),
});
export type ReportProgress = z.output<typeof reportProgressSchema>;

export const closeProbationSchema = z.strictObject({
	probationId: id,
	version,
	outcome: z.enum(["RECOVERED", "FAILED"], { error: "REQUIRED" }),
	note: words(2_000),
});
export type CloseProbation = z.output<typeof closeProbationSchema>;
