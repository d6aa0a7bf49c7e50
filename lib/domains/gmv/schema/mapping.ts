import { z } from "zod";
import { amountUnits, feedGrains, maxText, saleChannels, timeFormats } from "@/lib/domains/gmv/constants";
import { findMappingProblems } from "@/lib/domains/gmv/rules/check-mapping";

const maxColumnName = 200;
const maxTranslations = 100;

/** A column of the file by its name, or one value for every line. A field without either is left empty. */
const fieldSourceSchema = z.discriminatedUnion("from", [
	z.strictObject({
		from: z.literal("column"),
		column: z.string().trim().min(1, "REQUIRED").max(maxColumnName, "TOO_LONG"),
	}),
	z.strictObject({
		from: z.literal("constant"),
		value: z.string().trim().max(maxText.productName, "TOO_LONG"),
	}),
]);
export type FieldSource = z.output<typeof fieldSourceSchema>;

function wordsOf<const Values extends readonly string[]>(values: Values) {
	return z
		.record(z.string().max(100, "TOO_LONG"), z.enum(values))
		.refine((words) => Object.keys(words).length <= maxTranslations, "TOO_MANY");
}

/** How another system's file is read (issue: mapping wizard); what it means is in rules/map-header.ts. */
export const mappingDefinitionSchema = z.strictObject({
	fields: z.record(z.string().max(40, "TOO_LONG"), fieldSourceSchema),
	time: z.enum(timeFormats),
	unit: z.enum(amountUnits),
	/** Amounts carry separators of thousands or the sign of the currency: "¥1,234.50". */
	isGrouped: z.boolean(),
	/** What the file writes → the type or channel it means, beside their own names. */
	types: wordsOf(["sale", "refund"]),
	channels: wordsOf(saleChannels),
});
export type MappingDefinition = z.output<typeof mappingDefinitionSchema>;

const grainField = z.enum(feedGrains);

/** A definition that fits its grain: every field that is needed is there, every constant can be read. */
export const mappingSchema = z
	.strictObject({ grain: grainField, definition: mappingDefinitionSchema })
	.superRefine(({ grain, definition }, context) => {
		for (const { field, code } of findMappingProblems(grain, definition))
			context.addIssue({ code: "custom", message: code, path: ["definition", "fields", field] });
	});
export type GrainMapping = z.output<typeof mappingSchema>;

/** A definition with the name it was saved under, as uploads and batches keep it. */
export const usedMappingSchema = z.strictObject({
	name: z.string().nullable(),
	version: z.int().nullable(),
	definition: mappingDefinitionSchema,
});
export type UsedMapping = z.output<typeof usedMappingSchema>;
