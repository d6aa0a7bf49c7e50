import "server-only";
import { z } from "zod";
import { proofJob } from "@/lib/domains/gmv/mutations/ask-for-proof";
import { closeAbandoned } from "@/lib/domains/gmv/mutations/batch";
import { makePartitionsAhead } from "@/lib/domains/gmv/mutations/partitions";
import { proveTotals } from "@/lib/domains/gmv/mutations/prove-totals";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { businessDayOf } from "@/lib/platform/time";

export const jobs = [
	defineJob({
		name: "gmv.months-ahead",
		input: z.strictObject({}),
		cron: "10 1 * * *",
		handler: async () => {
			await closeAbandoned();
			await makePartitionsAhead(businessDayOf(new Date()));
		},
	}),
	defineJob({
		name: proofJob,
		input: z.strictObject({
			startedBy: z.string().max(64).default("nightly"),
			requestId: z.string().max(64).optional(),
		}),
		cron: "20 4 * * *",
		expireInSeconds: 3600,
		handler: ({ startedBy, requestId }) =>
			requestId ? proveTotals(startedBy, requestId) : proveTotals(startedBy),
	}),
];
