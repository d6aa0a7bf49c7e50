import { z } from "zod";
import { applicationId } from "@/lib/domains/admission/schema/target";

/** Words of several lines, kept as they were written; NUL and half surrogates cannot be stored. */
const words = (max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) => value.replaceAll("\0", "").toWellFormed().replace(/\r\n?/g, "\n").trim())
		.pipe(
			z
				.string()
				.min(1, { error: "REQUIRED" })
				.refine((value) => [...value].length <= max, { error: "TOO_LONG" }),
		);

export const appealGroundsMax = 2_000;

/** An appeal as the applicant files it. */
export const appealFilingSchema = z.strictObject({ applicationId, grounds: words(appealGroundsMax) });
