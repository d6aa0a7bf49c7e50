import "server-only";
import { z } from "zod";
import { lapseWindows } from "@/lib/domains/partnership/mutations/lapse-windows";
import { openRedLineExits } from "@/lib/domains/partnership/mutations/open-red-line-exits";
import {
	openVerifications,
	remindOfVerifications,
} from "@/lib/domains/partnership/mutations/open-verifications";
import { defineJob } from "@/lib/platform/jobs/define-job";

const nothing = z.strictObject({});

export const jobs = [
	defineJob({
		name: "partnership.lapse-exit-windows",
		input: nothing,
		cron: "10 0 * * *",
		handler: () => lapseWindows(new Date()),
	}),
	defineJob({
		name: "partnership.red-line-exits",
		input: nothing,
		cron: "*/10 * * * *",
		handler: () => openRedLineExits(new Date()),
	}),
	defineJob({
		name: "partnership.verifications",
		input: nothing,
		cron: "30 8 * * *",
		handler: async () => {
			const now = new Date();
			await openVerifications(now);
			await remindOfVerifications(now);
		},
	}),
];
