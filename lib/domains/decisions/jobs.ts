import "server-only";
import { z } from "zod";
import { checkDecisions } from "@/lib/domains/decisions/mutations/check-decisions";
import { sealDecisions } from "@/lib/domains/decisions/mutations/seal-decisions";
import { systemActor } from "@/lib/platform/audit/actor";
import { defineJob } from "@/lib/platform/jobs/define-job";

const nothing = z.strictObject({});

export const jobs = [
	defineJob({
		name: "decisions.seal",
		input: nothing,
		cron: "* * * * *",
		handler: () => sealDecisions(new Date()),
	}),
	defineJob({
		name: "decisions.verify",
		input: nothing,
		cron: "40 4 * * *",
		expireInSeconds: 3600,
		handler: () => checkDecisions(systemActor("jobs:decisions")),
	}),
];
