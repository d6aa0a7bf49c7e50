import "server-only";
import { z } from "zod";
import { closeOverdueSittings } from "@/lib/domains/certification/mutations/end-sitting";
import { lapsePracticals } from "@/lib/domains/certification/mutations/practical";
import { remindOfExpiries } from "@/lib/domains/certification/mutations/remind";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { businessDayOf } from "@/lib/platform/time";

const nothing = z.strictObject({});

export const jobs = [
	defineJob({
		// What is late is refused by the clock whether or not this has run; it only marks what nobody opened again.
		name: "certification.close-sittings",
		input: nothing,
		cron: "* * * * *",
		handler: () => closeOverdueSittings(),
	}),
	defineJob({
		name: "certification.lapse-practicals",
		input: nothing,
		cron: "4 0 * * *",
		handler: () => lapsePracticals(),
	}),
	defineJob({
		name: "certification.remind",
		input: nothing,
		cron: "20 9 * * *",
		handler: () => remindOfExpiries(businessDayOf(new Date())),
	}),
];
