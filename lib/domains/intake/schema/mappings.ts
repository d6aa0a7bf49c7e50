import { z } from "zod";
import { mappingSchema } from "@/lib/domains/gmv/schema/mapping";

const idField = z.string().min(1, "REQUIRED").max(64, "TOO_LONG");
const versionField = z.int().min(1);

/** Told apart by people and typed at the command line: no blanks at the ends, no line breaks. */
const nameField = z
	.string()
	.trim()
	.min(1, "REQUIRED")
	.max(60, "TOO_LONG")
	.refine((name) => !/\p{Cc}/u.test(name), "MAPPING_NAME_INVALID");

const checked = { mapping: mappingSchema };

export const createMappingSchema = z.strictObject({ name: nameField, ...checked });
export type CreateMappingInput = z.output<typeof createMappingSchema>;

export const updateMappingSchema = z.strictObject({
	id: idField,
	version: versionField,
	name: nameField,
	...checked,
});
export type UpdateMappingInput = z.output<typeof updateMappingSchema>;

export const archiveMappingSchema = z.strictObject({
	id: idField,
	version: versionField,
	isArchived: z.boolean(),
});
export type ArchiveMappingInput = z.output<typeof archiveMappingSchema>;

/** The dry run of an uploaded file. */
export const rehearseUploadSchema = z.strictObject({ uploadId: idField, ...checked });
export type RehearseUploadInput = z.output<typeof rehearseUploadSchema>;

/** Its import; `saved` names the mapping it is, so that the batch can say so. */
export const importMappedSchema = z.strictObject({
	uploadId: idField,
	...checked,
	saved: z.strictObject({ id: idField, version: versionField }).nullable(),
});
export type ImportMappedInput = z.output<typeof importMappedSchema>;

export const rehearsalIdSchema = z.strictObject({ id: idField });
