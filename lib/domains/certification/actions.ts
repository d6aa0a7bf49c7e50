"use server";

import { revalidatePath } from "next/cache";
import {
	registerCertificate as register,
	revokeCertificate as revoke,
} from "@/lib/domains/certification/mutations/register";
import { registerCertificateSchema, revokeCertificateSchema } from "@/lib/domains/certification/schema";
import { defineAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";

export const registerCertificate = defineAction({
	permission: "certificate.manage",
	input: registerCertificateSchema,
	handler: async ({ scope, input }) => {
		const outcome = await register(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.certificates());
		return outcome;
	},
});

export const revokeCertificate = defineAction({
	permission: "certificate.manage",
	input: revokeCertificateSchema,
	handler: async ({ scope, input }) => {
		const outcome = await revoke(scope, { ...input, now: new Date() });
		if (outcome.ok) revalidatePath(routes.ops.certificates());
		return outcome;
	},
});
