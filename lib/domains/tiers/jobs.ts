import "server-only";
import { z } from "zod";
import { closeDueNotices } from "@/lib/domains/tiers/mutations/close-notice";
import { computeRun } from "@/lib/domains/tiers/mutations/compute-run";
import { searchRun } from "@/lib/domains/tiers/mutations/search-run";
import { startDueRun } from "@/lib/domains/tiers/mutations/start-due-run";
import { computeJob } from "@/lib/domains/tiers/mutations/start-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { defineJob } from "@/lib/platform/jobs/define-job";

const nothing = z.strictObject({});

export const jobs = [
	defineJob({
		name: computeJob,
		input: z.strictObject({ runId: z.string().max(64) }),
		expireInSeconds: 3600,
		handler: async ({ runId }) => {
			await computeRun({ runId, actor: systemActor("jobs:evaluation"), now: new Date() });
			await searchRun(runId, new Date());
		},
	}),
	defineJob({
		name: "tiers.start-due",
		input: nothing,
		cron: "10 5 * * *",
		handler: () => startDueRun(new Date()),
	}),
	defineJob({
		name: "tiers.close-notice",
		input: nothing,
		cron: "30 0 * * *",
		handler: () => closeDueNotices(systemActor("schedule"), new Date()),
	}),
];
