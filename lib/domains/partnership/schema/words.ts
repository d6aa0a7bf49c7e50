import { z } from "zod";
import { isDay } from "@/lib/platform/time";

/** What a person wrote, lines kept; control characters and half surrogates are dropped. */
export const words = (max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) =>
			value
				.normalize("NFC")
				.replace(/\r\n?/g, "\n")
				.replace(/[^\P{Cc}\n\t]/gu, "")
				.toWellFormed()
				.trim(),
		)
		.pipe(
			z
				.string()
				.min(1, { error: "REQUIRED" })
				.refine((value) => [...value].length <= max, { error: "TOO_LONG" }),
		);

export const dayText = z.string({ error: "REQUIRED" }).refine(isDay, { error: "DAY_INVALID" });
export const id = z.string().min(1).max(60);
export const version = z.int().min(1);
