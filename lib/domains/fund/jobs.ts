import "server-only";
import { z } from "zod";
import { tellDueTranches } from "@/lib/domains/fund/mutations/tell-due";
import { defineJob } from "@/lib/platform/jobs/define-job";

// When people come to work: nothing but notices hangs on it.
export const jobs = [
	defineJob({
		name: "fund.due",
		input: z.strictObject({}),
		cron: "0 8 * * *",
		handler: async () => {
			await tellDueTranches();
		},
	}),
];
