import "server-only";
import { z } from "zod";
import { clearTouches } from "@/lib/domains/programme/mutations/clear-touches";
import { computeBacktest } from "@/lib/domains/programme/mutations/compute-backtest";
import { computeForecast } from "@/lib/domains/programme/mutations/compute-forecast";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { businessDayOf } from "@/lib/platform/time";

const nothing = z.strictObject({});

export const jobs = [
	defineJob({
		name: "programme.clear-touches",
		input: nothing,
		cron: "25 2 * * *",
		handler: async () => {
			await clearTouches();
		},
	}),
	// Every hour, so that facts that came in are forecast soon; with the facts it had, it does nothing.
	defineJob({
		name: "programme.forecast",
		input: nothing,
		cron: "35 * * * *",
		expireInSeconds: 1800,
		handler: async () => {
			const now = new Date();
			await computeForecast(businessDayOf(now), now);
		},
	}),
	defineJob({
		name: "programme.backtest",
		input: nothing,
		cron: "50 3 * * *",
		expireInSeconds: 3600,
		handler: async () => {
			const now = new Date();
			await computeBacktest(businessDayOf(now), now);
		},
	}),
];
