import { z } from "zod";

const id = z.string().min(1).max(60);
const words = (max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) => value.normalize("NFC").trim())
		.pipe(z.string().max(max, { error: "TOO_LONG" }));

/** A link to a recording, or nothing where a file was uploaded. */
const link = words(500).refine((value) => value === "" || /^https:\/\/[^\s]+$/.test(value), {
	error: "LINK_INVALID",
});

export const submitPracticalSchema = z.strictObject({ sittingId: id, link, note: words(1_000) });
export type SubmitPractical = z.output<typeof submitPracticalSchema>;

export const scorePracticalSchema = z.strictObject({
	sittingId: id,
	scores: z.record(z.string().max(40), z.coerce.number({ error: "REQUIRED" }).int().min(0).max(100)),
	note: words(2_000).pipe(z.string().min(1, { error: "REQUIRED" })),
});
export type ScorePractical = z.output<typeof scorePracticalSchema>;
