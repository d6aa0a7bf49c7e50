import "server-only";
import { z } from "zod";
import { pruneExpired } from "@/lib/domains/identity/mutations/prune-expired";
import { defineJob } from "@/lib/platform/jobs/define-job";

export const jobs = [
	defineJob({
		name: "identity.prune",
		input: z.strictObject({}),
		cron: "40 3 * * *",
		handler: () => pruneExpired(new Date()),
	}),
];
