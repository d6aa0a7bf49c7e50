import "server-only";
import { uploadJob } from "@/lib/domains/intake/constants";
import { importUpload } from "@/lib/domains/intake/mutations/import-upload";
import { uploadIdSchema } from "@/lib/domains/intake/schema/uploads";
import { defineJob } from "@/lib/platform/jobs/define-job";

export const jobs = [
	defineJob({
		name: uploadJob,
		input: uploadIdSchema,
		expireInSeconds: 6 * 3600,
		handler: ({ id }, { signal }) => importUpload(id, signal),
	}),
];
