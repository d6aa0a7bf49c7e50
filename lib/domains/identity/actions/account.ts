"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { definePublicAction } from "@/lib/platform/action/define-action";
import { routes } from "@/lib/platform/routes/routes";
import { readClientAddress } from "@/lib/platform/session/client-address";
import { readSessionToken } from "@/lib/platform/session/cookie";
import { sessionCookieName } from "@/lib/platform/session/cookie-name";
import { confirmEmail, registerPartner, resendConfirmation } from "../mutations/register";
import { requestPasswordReset, resetPassword } from "../mutations/reset-password";
import { signOut as endSession } from "../mutations/sign-in";
import { inSteadyTime } from "../mutations/steady-time";
import { emailOnlySchema, registerSchema, resetPasswordSchema, tokenSchema } from "../schema";

export const register = definePublicAction({
	permission: "public",
	input: registerSchema,
	handler: async ({ input }) => inSteadyTime(registerPartner(input, await readClientAddress())),
});

export const resendConfirmationMail = definePublicAction({
	permission: "public",
	input: emailOnlySchema,
	handler: async ({ input }) => inSteadyTime(resendConfirmation(input.email, await readClientAddress())),
});

export const confirmAddress = definePublicAction({
	permission: "public",
	input: tokenSchema,
	handler: async ({ input }) => confirmEmail(input.token, await readClientAddress()),
});

export const askForPasswordReset = definePublicAction({
	permission: "public",
	input: emailOnlySchema,
	handler: async ({ input }) => inSteadyTime(requestPasswordReset(input.email, await readClientAddress())),
});

export const setNewPassword = definePublicAction({
	permission: "public",
	input: resetPasswordSchema,
	handler: async ({ input }) => resetPassword(input, await readClientAddress()),
});

/** Ends the session and leads home. Public, because a session that is dead already must be possible to leave as well. */
export const signOut = definePublicAction({
	permission: "public",
	input: z.void(),
	handler: async () => {
		const token = await readSessionToken();
		if (token) await endSession(token);
		(await cookies()).delete(sessionCookieName());
		redirect(routes.home());
	},
});
