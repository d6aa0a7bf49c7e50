"use server";

import { revalidatePath } from "next/cache";
import { findRehearsal } from "@/lib/domains/intake/data/rehearsals";
import { holdUpload, importMapped } from "@/lib/domains/intake/mutations/map-upload";
import { archiveMapping, createMapping, updateMapping } from "@/lib/domains/intake/mutations/mappings";
import { cancelRehearsal, startRehearsal } from "@/lib/domains/intake/mutations/rehearsals";
import {
	archiveMappingSchema,
	createMappingSchema,
	importMappedSchema,
	rehearsalIdSchema,
	rehearseUploadSchema,
	updateMappingSchema,
} from "@/lib/domains/intake/schema/mappings";
import { uploadIdSchema } from "@/lib/domains/intake/schema/uploads";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const saveMapping = defineAction({
	permission: "import.manage",
	input: createMappingSchema,
	handler: ({ scope, input }) => createMapping(scope, input, new Date()),
});

export const changeMapping = defineAction({
	permission: "import.manage",
	input: updateMappingSchema,
	handler: ({ scope, input }) => updateMapping(scope, input, new Date()),
});

export const setMappingArchived = defineAction({
	permission: "import.manage",
	input: archiveMappingSchema,
	handler: async ({ scope, input }) => {
		const outcome = await archiveMapping(scope, input, new Date());
		if (outcome.ok) revalidatePath(routes.ops.importMappings());
		return outcome;
	},
});

export const rehearseMapping = defineAction({
	permission: "import.manage",
	input: rehearseUploadSchema,
	handler: ({ scope, input }) => startRehearsal(scope, input, new Date()),
});

/** How the dry run of an upload stands; asked again and again while it is under way. */
export const readRehearsal = defineAction({
	permission: "import.read",
	input: uploadIdSchema,
	handler: async ({ scope, input }) => ({
		ok: true,
		rehearsal: await findRehearsal(scope, input.id, new Date()),
	}),
});

export const cancelMappingRehearsal = defineAction({
	permission: "import.manage",
	input: rehearsalIdSchema,
	handler: ({ scope, input }) => cancelRehearsal(scope, input.id, new Date()),
});

export const importWithMapping = defineAction({
	permission: "import.manage",
	input: importMappedSchema,
	handler: async ({ scope, input }) => {
		const outcome = await importMapped(scope, input);
		if (outcome.ok) revalidatePath(routes.ops.imports());
		return outcome;
	},
});

/** Takes a file out of the queue to map its columns. */
export const holdFileImport = defineAction({
	permission: "import.manage",
	input: uploadIdSchema,
	handler: ({ scope, input }) => holdUpload(scope, input.id),
});
