import "server-only";
import { z } from "zod";
import { brandJob } from "@/lib/domains/playbook/constants/jobs";
import { migrationJob } from "@/lib/domains/playbook/constants/template-desk";
import { writeBriefs } from "@/lib/domains/playbook/mutations/briefs/write-briefs";
import { judgeBrandAnew, judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { migrateBrands } from "@/lib/domains/playbook/mutations/templates/migrate";
import { weekOf } from "@/lib/domains/playbook/rules/steps/cohorts";
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
	defineJob({
		name: brandJob,
		input: z.strictObject({ brandId: z.string(), since: z.string() }),
		expireInSeconds: 3000,
		handler: ({ brandId, since }) => judgeBrandAnew(brandId, since),
	}),
	defineJob({
		name: migrationJob,
		input: z.strictObject({
			to: z.int(),
			brandIds: z.array(z.string()),
			by: z.strictObject({ userId: z.string(), organisationId: z.string() }),
		}),
		expireInSeconds: 3000,
		handler: migrateBrands,
	}),
	// Monday's work; a Monday that was missed is made up for on the next morning.
	defineJob({
		name: "playbook.write-briefs",
		input: z.strictObject({}),
		cron: "30 8 * * *",
		expireInSeconds: 1800,
		handler: () => writeBriefs(addDays(weekOf(businessDayOf(new Date())), -7)),
	}),
];
