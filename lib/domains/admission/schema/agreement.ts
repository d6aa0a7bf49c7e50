import { z } from "zod";

const line = (max: number) => z.string().trim().min(1, { error: "REQUIRED" }).max(max, { error: "TOO_LONG" });
const sections = z
	.array(
		z.strictObject({
			heading: line(100),
			paragraphs: z.array(line(4_000)).min(1, { error: "REQUIRED" }).max(20, { error: "TOO_MANY" }),
		}),
	)
	.min(1, { error: "REQUIRED" })
	.max(40, { error: "TOO_MANY" });

/** A version of the service-partner agreement, as stored in the policy table: the same sections in both languages. */
export const agreementSchema = z.strictObject({
	schemaVersion: z.literal(1),
	titleZh: line(100),
	titleEn: line(200),
	sectionsZh: sections,
	sectionsEn: sections,
});
export type Agreement = z.infer<typeof agreementSchema>;
export type AgreementSection = Agreement["sectionsZh"][number];
