import "server-only";
import { z } from "zod";
import { closeMonths } from "@/lib/domains/pools/mutations/close-months";
import { expireGrants } from "@/lib/domains/pools/mutations/expire-grants";
import { defineJob } from "@/lib/platform/jobs/define-job";

const nothing = z.strictObject({});

// What has run out cannot be spent from midnight on, whether or not these have run; they only write it down. Hourly, so that
// a server that slept at midnight catches up within the hour.
export const jobs = [
	defineJob({
		name: "pools.expire",
		input: nothing,
		cron: "1 * * * *",
		handler: async () => {
			await expireGrants();
		},
	}),
	defineJob({
		name: "pools.close-months",
		input: nothing,
		cron: "6 * * * *",
		handler: async () => {
			await closeMonths();
		},
	}),
];
