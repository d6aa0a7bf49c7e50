import { z } from "zod";
import { feedGrains, sourceCodePattern } from "@/lib/domains/gmv/constants";

export const uploadQuerySchema = z.strictObject({
	name: z.string().trim().min(1, "REQUIRED").max(400, "TOO_LONG"),
	source: z.string().trim().regex(sourceCodePattern, "SOURCE_CODE_INVALID"),
	grain: z.enum(feedGrains),
	/** A saved mapping's id; `ask` keeps the file until its columns are mapped; by their own names otherwise. */
	mapping: z.string().max(64).default(""),
});
export type UploadQuery = z.output<typeof uploadQuerySchema>;

export const uploadIdSchema = z.object({ id: z.string().min(1).max(64) });
