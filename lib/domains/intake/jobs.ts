import "server-only";
import { z } from "zod";
import { keptUnmappedDays, rehearsalJob, uploadJob } from "@/lib/domains/intake/constants";
import { discardUnmapped } from "@/lib/domains/intake/mutations/cancel-upload";
import { importUpload } from "@/lib/domains/intake/mutations/import-upload";
import { rehearseUpload } from "@/lib/domains/intake/mutations/rehearse-upload";
import { rehearsalIdSchema } from "@/lib/domains/intake/schema/mappings";
import { uploadIdSchema } from "@/lib/domains/intake/schema/uploads";
import { defineJob } from "@/lib/platform/jobs/define-job";

const DAY_MS = 86_400_000;

export const jobs = [
	defineJob({
		name: uploadJob,
		input: uploadIdSchema,
		expireInSeconds: 6 * 3600,
		handler: ({ id }, { signal }) => importUpload(id, signal),
	}),
	defineJob({
		name: rehearsalJob,
		input: rehearsalIdSchema,
		expireInSeconds: 6 * 3600,
		handler: ({ id }, { signal }) => rehearseUpload(id, signal),
	}),
	defineJob({
		name: "intake.discard-unmapped",
		input: z.strictObject({}),
		cron: "40 3 * * *",
		handler: () => {
			const now = new Date();
			return discardUnmapped(new Date(now.getTime() - keptUnmappedDays * DAY_MS), now);
		},
	}),
];
