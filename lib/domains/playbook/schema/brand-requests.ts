import { z } from "zod";
import { brandRequestStates, refusalReasons } from "@/lib/domains/playbook/constants/brand-requests";
import { newBrandSchema } from "@/lib/domains/playbook/schema";

const { name, kind, category, email, shops } = newBrandSchema.shape;

/** What a brand writes when it asks. */
export const brandRequestSchema = z.strictObject({
	...{ name, kind, category, email, shops },
	contactName: z.string().trim().min(1, "REQUIRED").max(40, "TOO_LONG"),
	phone: z
		.string()
		.trim()
		.max(20, "TOO_LONG")
		.regex(/^[+\d][\d\s()-]{5,}$|^$/, "PHONE_INVALID"),
	message: z.string().trim().min(1, "REQUIRED").max(1000, "TOO_LONG"),
	locale: z.enum(["zh-CN", "en"]),
});
export type NewBrandRequest = z.output<typeof brandRequestSchema>;

const requestId = z.string().min(1).max(64);

export const acceptRequestSchema = z.strictObject({
	requestId,
	managerId: z.string().min(1, "REQUIRED").max(64),
	shops,
});

export const refuseRequestSchema = z
	.strictObject({
		requestId,
		reasonCodes: z.array(z.enum(refusalReasons)).min(1, "REQUIRED").max(refusalReasons.length),
		reason: z.string().trim().max(500, "TOO_LONG"),
	})
	.refine(({ reasonCodes, reason }) => !reasonCodes.includes("OTHER") || reason !== "", {
		path: ["reason"],
		message: "REQUIRED",
	});

export const requestTokenSchema = z.strictObject({ token: z.string().min(1).max(200) });

export const requestListSchema = z.object({
	state: z.enum(brandRequestStates).catch("OPEN"),
	page: z.coerce.number().int().min(1).max(1000).catch(1),
});
