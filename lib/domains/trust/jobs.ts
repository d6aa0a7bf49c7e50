import "server-only";
import { z } from "zod";
import { recallJob } from "@/lib/domains/trust/constants/decisions";
import { grantRecall } from "@/lib/domains/trust/mutations/claims/grant-recall";
import { settleClaims } from "@/lib/domains/trust/mutations/claims/work-claim";
import { findLastDay, makeRepurchaseReport } from "@/lib/domains/trust/mutations/repurchase/make-report";
import { rollWeeks } from "@/lib/domains/trust/mutations/scorecard/roll-weeks";
import { inTransaction } from "@/lib/platform/db/client";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { addDays, businessDayOf } from "@/lib/platform/time";

const weeksOfCorrections = 26;

export const jobs = [
	defineJob({
		name: recallJob,
		input: z.strictObject({
			recallId: z.string(),
			by: z.strictObject({ userId: z.string(), organisationId: z.string() }),
		}),
		expireInSeconds: 1800,
		handler: grantRecall,
	}),
	defineJob({
		name: "trust.roll-scores",
		input: z.strictObject({}),
		cron: "25 * * * *",
		expireInSeconds: 1800,
		handler: async () => {
			await rollWeeks(businessDayOf(new Date()));
		},
	}),
	// What was corrected long after comes in at night.
	defineJob({
		name: "trust.roll-old-scores",
		input: z.strictObject({}),
		cron: "50 4 * * *",
		expireInSeconds: 3000,
		handler: async () => {
			await rollWeeks(businessDayOf(new Date()), weeksOfCorrections);
		},
	}),
	defineJob({
		name: "trust.report-repurchase",
		input: z.strictObject({}),
		cron: "40 5 * * *",
		expireInSeconds: 1800,
		handler: async () => {
			const now = new Date();
			await makeRepurchaseReport(await findLastDay(addDays(businessDayOf(now), -1)), now);
		},
	}),
	defineJob({
		name: "trust.settle-claims",
		input: z.strictObject({}),
		cron: "10 * * * *",
		expireInSeconds: 600,
		handler: async () => {
			await inTransaction((tx) => settleClaims(tx, new Date()), { timeout: 120_000 });
		},
	}),
];
