import { z } from "zod";
import { RUBRIC_MAX } from "@/lib/domains/admission/constants";

const format = { error: "FORMAT" };
/** NUL and half surrogates are dropped: jsonb cannot hold them. */
const typedText = (max: number) =>
	z
		.string(format)
		.max(max, { error: "TOO_LONG" })
		.transform((value) => value.replaceAll("\0", "").toWellFormed());
const draftText = typedText(4_000).default("");
const draftForce = z
	.object(
		{
			score: z.int(format).min(0, format).max(RUBRIC_MAX, format).nullable().default(null),
			statement: draftText,
		},
		format,
	)
	.prefault({});

/** Partial and lenient: fields hold what was typed, as text; what is missing becomes empty. */
export const applicationDraftSchema = z.object(
	{
		company: z
			.object(
				{
					name: draftText,
					uscc: draftText,
					legalRepresentative: draftText,
					registeredCapital: draftText,
					foundedOn: draftText,
					region: draftText,
					address: draftText,
				},
				format,
			)
			.prefault({}),
		tracks: z
			.object(
				{
					primary: draftText,
					others: z.array(typedText(40), format).max(20, { error: "TOO_LONG" }).default([]),
					facilityProofs: draftText,
					contractedStreamers: draftText,
					brandAuthorisations: draftText,
				},
				format,
			)
			.prefault({}),
		people: z
			.object(
				{
					contactName: draftText,
					contactPhone: draftText,
					contactEmail: draftText,
					staffCount: draftText,
					livestreamStaffCount: draftText,
					serviceStaffCount: draftText,
				},
				format,
			)
			.prefault({}),
		forces: z
			.object(
				{
					traffic: draftForce,
					livestream: draftForce,
					incubation: draftForce,
					fulfilment: draftForce,
					supply: draftForce,
				},
				format,
			)
			.prefault({}),
		agreement: z
			.object(
				{
					accepted: z.boolean(format).default(false),
					/** Version of the admission policy the applicant read. */
					rulesVersion: z.int(format).nullable().default(null),
				},
				format,
			)
			.prefault({}),
	},
	format,
);
export type ApplicationDraft = z.infer<typeof applicationDraftSchema>;

/** What a new application starts from. */
export function emptyDraft(): ApplicationDraft {
	return applicationDraftSchema.parse({});
}
