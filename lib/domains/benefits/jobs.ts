import "server-only";
import { z } from "zod";
import { expireBenefits } from "@/lib/domains/benefits/mutations/expire";
import { defineJob } from "@/lib/platform/jobs/define-job";

// After the pools' own turn; what has run out cannot be used from midnight on, whether or not this has run.
export const jobs = [
	defineJob({
		name: "benefits.expire",
		input: z.strictObject({}),
		cron: "3 * * * *",
		handler: async () => {
			await expireBenefits();
		},
	}),
];
