"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { joinWithPassword } from "@/lib/domains/identity/actions/members";
import { acceptWithPasswordSchema } from "@/lib/domains/identity/schema";
import { routes } from "@/lib/platform/routes/routes";
import { PasswordInput } from "./password-input";
import { requestSignIn } from "./request-sign-in";

/** For an invited person who has an account: the password joins and signs in. */
export function JoinWithPassword({ token, email }: { token: string; email: string }) {
	const t = useTranslations("identity");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: acceptWithPasswordSchema,
		defaults: { token, password: "" },
		action: joinWithPassword,
		onDone: async (_value, { password }) => {
			await requestSignIn({ email, password });
			window.location.assign(routes.signIn());
		},
	});
	return (
		<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
			<p className="text-ink-soft text-sm">{t("invitation.hasAccount")}</p>
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("fields.email")}>
				<Input value={email} readOnly autoComplete="username" />
			</Field>
			<Field label={t("fields.password")} error={errorOf("password")} required>
				<PasswordInput {...form.register("password")} autoComplete="current-password" />
			</Field>
			<Button type="submit" size="lg" pending={pending}>
				{t("invitation.accept")}
			</Button>
		</form>
	);
}
