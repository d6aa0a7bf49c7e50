"use client";

import { useLocale, useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { joinWithNewAccount } from "@/lib/domains/identity/actions/members";
import { personalWords } from "@/lib/domains/identity/rules/check-password";
import { acceptAsNewSchema } from "@/lib/domains/identity/schema";
import { routes } from "@/lib/platform/routes/routes";
import { PasswordInput } from "./password-input";
import { PasswordStrength } from "./password-strength";
import { requestSignIn } from "./request-sign-in";

/** For an invited person without an account: name and password open one, which joins and signs in. */
export function JoinWithNewAccount({ token, email }: { token: string; email: string }) {
	const t = useTranslations("identity");
	const locale = useLocale();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: acceptAsNewSchema,
		defaults: { token, name: "", password: "", locale },
		action: (input) => joinWithNewAccount({ ...input, locale }),
		onDone: async (_value, { password }) => {
			await requestSignIn({ email, password });
			window.location.assign(routes.signIn());
		},
	});
	const [name, password] = form.watch(["name", "password"]);
	return (
		<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
			<p className="text-ink-soft text-sm">{t("invitation.newAccount")}</p>
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("fields.email")}>
				<Input value={email} readOnly autoComplete="username" />
			</Field>
			<Field label={t("fields.name")} error={errorOf("name")} required>
				<Input {...form.register("name")} autoComplete="name" />
			</Field>
			<div>
				<Field label={t("fields.password")} hint={t("password.rule")} error={errorOf("password")} required>
					<PasswordInput {...form.register("password")} autoComplete="new-password" />
				</Field>
				<PasswordStrength password={password} personal={personalWords({ email, name })} />
			</div>
			<Button type="submit" size="lg" pending={pending}>
				{t("invitation.accept")}
			</Button>
		</form>
	);
}
