import { z } from "zod";
import { sourceCodePattern } from "@/lib/domains/gmv/constants";
import { apiScopes, maxKeyDays } from "@/lib/domains/intake/constants";

export const createKeySchema = z.object({
	name: z.string().trim().min(1, "REQUIRED").max(60, "TOO_LONG"),
	sourceCode: z.string().trim().regex(sourceCodePattern, "SOURCE_CODE_INVALID"),
	scopes: z.array(z.enum(apiScopes)).min(1, "REQUIRED"),
	days: z.coerce
		.number("NOT_A_NUMBER")
		.int("NOT_A_NUMBER")
		.min(1, "OUT_OF_RANGE")
		.max(maxKeyDays, "OUT_OF_RANGE"),
});
export type CreateKeyInput = z.output<typeof createKeySchema>;

export const keyIdSchema = z.object({ id: z.string().min(1).max(64) });

/** Which records the answer names. */
export const writeQuerySchema = z.strictObject({ results: z.enum(["all", "problems"]).default("all") });

export const totalsQuerySchema = z.strictObject({ by: z.enum(["total", "month", "shop"]).default("total") });
