import { z } from "zod";
import { certificateLevels, certificateTabs } from "@/lib/domains/certification/constants/certificates";
import { isDay } from "@/lib/platform/time";

const text = (max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) =>
			value
				.normalize("NFC")
				.replace(/\p{Cc}/gu, " ")
				.trim(),
		)
		.pipe(z.string().min(1, { error: "REQUIRED" }).max(max, { error: "TOO_LONG" }));
const day = z.string({ error: "REQUIRED" }).refine(isDay, { error: "DAY_INVALID" });

/** A certificate as operations register it until there are exams. */
export const registerCertificateSchema = z
	.strictObject({
		/** Credit code, exact name or id of a partner. */
		partner: text(200),
		holderName: text(60),
		level: z.enum(certificateLevels, { error: "REQUIRED" }),
		number: text(60).transform((value) => value.normalize("NFKC").toUpperCase()),
		issuedOn: day,
		/** First day on which it no longer counts. */
		expiresOn: day,
	})
	.refine((value) => value.expiresOn > value.issuedOn, {
		error: "EXPIRES_BEFORE_ISSUE",
		path: ["expiresOn"],
	});
export type RegisterCertificate = z.output<typeof registerCertificateSchema>;

export const revokeCertificateSchema = z.strictObject({
	certificateId: z.string().min(1).max(60),
	reason: text(500),
});
export type RevokeCertificate = z.output<typeof revokeCertificateSchema>;

export const certificateQuerySchema = z.object({
	tab: z.enum(certificateTabs).catch("valid"),
	q: z
		.string()
		.catch("")
		.default("")
		.transform((value) => value.replaceAll("\0", "").trim().slice(0, 100)),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CertificateQuery = z.output<typeof certificateQuerySchema>;
