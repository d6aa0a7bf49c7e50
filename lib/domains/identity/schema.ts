import { z } from "zod";
import { roles } from "@/lib/platform/access/permissions";
import { locales } from "@/lib/platform/i18n/config";
import { passwordLength } from "./constants";
import { checkPassword, personalWords } from "./rules/check-password";

export const emailField = z
	.string()
	.trim()
	.toLowerCase()
	.min(1, "REQUIRED")
	.max(254, "EMAIL_INVALID")
	.pipe(z.email("EMAIL_INVALID"));

const nameField = z.string().trim().min(1, "REQUIRED").max(60, "TOO_LONG");
const tokenField = z.string().min(1, "TOKEN_INVALID").max(200, "TOKEN_INVALID");
const localeField = z.enum(locales);

/** A password somebody already has: any text, capped so that nobody makes the server hash a book. */
const givenPasswordField = z
	.string()
	.min(1, "REQUIRED")
	.max(passwordLength.max * 4, "PASSWORD_TOO_LONG");

function refinePassword(
	values: { password: string; email?: string; name?: string },
	context: z.RefinementCtx,
): void {
	const personal = personalWords({ email: values.email ?? "", name: values.name });
	const problem = checkPassword(values.password, personal);
	if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
}

const newPasswordField = z.string().min(1, "REQUIRED");

export const registerSchema = z
	.object({
		company: z.string().trim().min(2, "REQUIRED").max(80, "TOO_LONG"),
		name: nameField,
		email: emailField,
		password: newPasswordField,
		locale: localeField,
	})
	.superRefine(refinePassword);

export const signInSchema = z.object({ email: emailField, password: givenPasswordField });

export const emailOnlySchema = z.object({ email: emailField });

export const tokenSchema = z.object({ token: tokenField });

export const resetPasswordSchema = z
	.object({ token: tokenField, password: newPasswordField })
	.superRefine(refinePassword);

export const inviteSchema = z.object({ email: emailField, role: z.enum(roles, "REQUIRED") });

/** For a person without an account: a new account opens with the invitation. */
export const acceptAsNewSchema = z
	.object({ token: tokenField, name: nameField, password: newPasswordField, locale: localeField })
	.superRefine(refinePassword);

/** For a person with an account who is not signed in. */
export const acceptWithPasswordSchema = z.object({ token: tokenField, password: givenPasswordField });

export const rowSchema = z.object({ id: z.string().min(1).max(64) });

export const changeRoleSchema = z.object({
	membershipId: z.string().min(1).max(64),
	/** The role the page showed; the change is refused when it is no longer so. */
	from: z.enum(roles),
	to: z.enum(roles),
});

export const deactivateSchema = z.object({
	id: z.string().min(1).max(64),
	reason: z.string().trim().min(1, "REQUIRED").max(500, "TOO_LONG"),
});

export const userFilterSchema = z.object({
	q: z.string().trim().max(100).catch("").default(""),
	status: z.enum(["ACTIVE", "DEACTIVATED"]).optional().catch(undefined),
	after: z.string().max(64).optional().catch(undefined),
});
export type UserFilter = z.output<typeof userFilterSchema>;

export type RegisterInput = z.input<typeof registerSchema>;
