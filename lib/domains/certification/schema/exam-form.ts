import { z } from "zod";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import type { ExamPolicyForm } from "@/lib/domains/certification/types/exam-form";

const typed = z.string().max(20);
const level = z.strictObject({
	...{
		minutes: typed,
		passBps: typed,
		attempts: typed,
		attemptDays: typed,
		coolingDays: typed,
		validMonths: typed,
	},
	prerequisite: z.union([z.literal(""), z.enum(certificateLevels)]),
	counts: z.record(
		z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/),
		z.strictObject({ "1": typed, "2": typed, "3": typed }),
	),
});

/** A draft as it is typed, complete or not. */
export const examPolicyFormSchema: z.ZodType<ExamPolicyForm> = z.strictObject({
	levels: z.partialRecord(z.enum(certificateLevels), level),
	practical: z.strictObject({ dueDays: typed, passBps: typed }),
});
