"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { listUploads } from "@/lib/domains/intake/data/uploads";
import { cancelUpload } from "@/lib/domains/intake/mutations/cancel-upload";
import { createKey, revokeKey } from "@/lib/domains/intake/mutations/keys";
import { createKeySchema, keyIdSchema } from "@/lib/domains/intake/schema/keys";
import { uploadIdSchema } from "@/lib/domains/intake/schema/uploads";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const makeApiKey = defineAction({
	permission: "api-key.manage",
	input: createKeySchema,
	handler: async ({ scope, input }) => {
		const outcome = await createKey(scope, input, new Date());
		revalidatePath(routes.ops.apiKeys());
		return outcome;
	},
});

export const revokeApiKey = defineAction({
	permission: "api-key.manage",
	input: keyIdSchema,
	handler: async ({ scope, input }) => {
		const outcome = await revokeKey(scope, input.id, new Date());
		revalidatePath(routes.ops.apiKeys());
		return outcome;
	},
});

/** How the uploads stand now; asked again and again while one is under way. */
export const readUploads = defineAction({
	permission: "import.read",
	input: z.strictObject({}),
	handler: async ({ scope }) => ({ ok: true, uploads: await listUploads(scope, new Date()) }),
});

export const cancelFileImport = defineAction({
	permission: "import.manage",
	input: uploadIdSchema,
	handler: ({ scope, input }) => cancelUpload(scope, input.id, new Date()),
});
