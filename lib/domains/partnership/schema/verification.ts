import { z } from "zod";
import { amountFen, count, day, optionalCount, text } from "@/lib/domains/admission/schema/fields";
import { id, version, words } from "@/lib/domains/partnership/schema/words";

const typed = z
	.string()
	.max(400)
	.transform((value) => value.replaceAll("\0", "").toWellFormed())
	.default("");

/** The form as it is stored: what was typed, as text; what is missing is empty. */
export const verificationFormSchema = z.object({
	legalRepresentative: typed,
	registeredCapital: typed,
	address: typed,
	staffCount: typed,
	licenceExpiresOn: typed,
	isLicencePermanent: z.boolean().default(false),
	facilityProofs: typed,
	contractedStreamers: typed,
	brandAuthorisations: typed,
});
export type VerificationForm = z.output<typeof verificationFormSchema>;

/** What a submission must be: every fact given, and the licence's last day or 长期. */
export const verificationFactsSchema = z
	.object({
		legalRepresentative: text(50),
		registeredCapital: amountFen,
		address: text(200),
		staffCount: count,
		licenceExpiresOn: z.string(),
		isLicencePermanent: z.boolean(),
		facilityProofs: optionalCount,
		contractedStreamers: optionalCount,
		brandAuthorisations: optionalCount,
	})
	.superRefine(({ licenceExpiresOn, isLicencePermanent }, context) => {
		if (isLicencePermanent) return;
		const read = day.safeParse(licenceExpiresOn);
		if (!read.success)
			context.addIssue({
				code: "custom",
				message: read.error.issues[0]?.message ?? "DATE",
				path: ["licenceExpiresOn"],
			});
	});
export type VerificationFacts = z.output<typeof verificationFactsSchema>;

export const submitVerificationSchema = z.strictObject({
	verificationId: id,
	version,
	form: verificationFactsSchema,
	isConfirmed: z.literal(true, { error: "CONFIRM_REQUIRED" }),
});
export type SubmitVerification = z.output<typeof submitVerificationSchema>;

export const decideVerificationSchema = z.discriminatedUnion("decision", [
	z.strictObject({
		verificationId: id,
		version,
		decision: z.literal("PASSED"),
		note: z.string().max(2_000, { error: "TOO_LONG" }),
	}),
	z.strictObject({ verificationId: id, version, decision: z.literal("FAILED"), note: words(2_000) }),
]);
export type DecideVerification = z.output<typeof decideVerificationSchema>;
