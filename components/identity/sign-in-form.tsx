"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { resendConfirmationMail } from "@/lib/domains/identity/actions/account";
import { signInSchema } from "@/lib/domains/identity/schema";
import { refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { PasswordInput } from "./password-input";
import { requestSignIn } from "./request-sign-in";

type Credentials = { email: string; password: string };

async function signIn(input: Credentials) {
	const code = await requestSignIn(input);
	return code ? refuse(code) : { ok: true as const };
}

/** `next` is a local path already; without it the server leads to the workspace of the person's role. */
export function SignInForm({ next, initialRefusal }: { next?: string; initialRefusal?: string }) {
	const t = useTranslations("identity");
	const { form, submit, pending, refusal, formError, errorOf } = useActionForm({
		schema: signInSchema,
		defaults: { email: "", password: "" },
		action: signIn,
		// A whole new page: nothing rendered for the person before may stay. Signed in, the sign-in page leads on.
		onDone: () => window.location.assign(routes.signIn(next)),
	});
	return (
		<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
			{(formError ?? initialRefusal) && (
				<Banner tone="danger" role="alert">
					{formError ?? initialRefusal}
					{refusal?.reason === "EMAIL_UNCONFIRMED" && <ResendConfirmation email={form.getValues("email")} />}
				</Banner>
			)}
			<Field label={t("fields.email")} error={errorOf("email")} required>
				<Input {...form.register("email")} type="email" autoComplete="username" inputMode="email" autoFocus />
			</Field>
			<Field
				label={t("fields.password")}
				error={errorOf("password")}
				required
				aside={
					<Link href={routes.forgotPassword()} className="text-brand-ink underline-offset-4 hover:underline">
						{t("signIn.forgot")}
					</Link>
				}
			>
				<PasswordInput {...form.register("password")} autoComplete="current-password" />
			</Field>
			<Button type="submit" size="lg" pending={pending}>
				{t("signIn.submit")}
			</Button>
		</form>
	);
}

function ResendConfirmation({ email }: { email: string }) {
	const t = useTranslations("identity.signIn");
	const [sent, setSent] = useState(false);
	const [pending, startTransition] = useTransition();
	if (sent) return <p className="mt-1">{t("resent")}</p>;
	return (
		<p className="mt-1">
			<Button
				variant="link"
				pending={pending}
				onClick={() =>
					startTransition(async () => {
						const outcome = await resendConfirmationMail({ email });
						setSent(outcome.ok);
					})
				}
			>
				{t("resend")}
			</Button>
		</p>
	);
}
