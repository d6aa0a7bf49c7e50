import "server-only";
import { z } from "zod";
import { judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { addDays, businessDayOf } from "@/lib/platform/time";

export const jobs = [
	defineJob({
		name: "playbook.judge-steps",
		input: z.strictObject({}),
		cron: "5 * * * *",
		expireInSeconds: 3000,
		handler: () => judgeUntil(addDays(businessDayOf(new Date()), -1)),
	}),
];
