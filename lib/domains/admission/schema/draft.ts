import { z } from "zod";
import { RUBRIC_MAX } from "@/lib/domains/admission/constants";

const draftText = z.string().max(4_000, { error: "TOO_LONG" }).default("");
const draftForce = z
	.object({ score: z.int().min(0).max(RUBRIC_MAX).nullable().default(null), statement: draftText })
	.prefault({});

/** Partial and lenient: fields hold what was typed, as text; what is missing becomes empty. */
export const applicationDraftSchema = z.object({
	company: z
		.object({
			name: draftText,
			uscc: draftText,
			legalRepresentative: draftText,
			registeredCapital: draftText,
			foundedOn: draftText,
			region: draftText,
			address: draftText,
		})
		.prefault({}),
	tracks: z
		.object({
			primary: draftText,
			others: z.array(z.string().max(40)).max(20).default([]),
			facilityProofs: draftText,
			contractedStreamers: draftText,
			brandAuthorisations: draftText,
		})
		.prefault({}),
	people: z
		.object({
			contactName: draftText,
			contactPhone: draftText,
			contactEmail: draftText,
			staffCount: draftText,
			livestreamStaffCount: draftText,
			serviceStaffCount: draftText,
		})
		.prefault({}),
	forces: z
		.object({
			traffic: draftForce,
			livestream: draftForce,
			incubation: draftForce,
			fulfilment: draftForce,
			supply: draftForce,
		})
		.prefault({}),
	agreement: z
		.object({
			accepted: z.boolean().default(false),
			/** Version of the admission policy the applicant read. */
			rulesVersion: z.int().nullable().default(null),
		})
		.prefault({}),
});
export type ApplicationDraft = z.infer<typeof applicationDraftSchema>;

/** What a new application starts from. */
export function emptyDraft(): ApplicationDraft {
	return applicationDraftSchema.parse({});
}
