"use client";

import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { register } from "@/lib/domains/identity/actions/account";
import { personalWords } from "@/lib/domains/identity/rules/check-password";
import { registerSchema } from "@/lib/domains/identity/schema";
import { routes } from "@/lib/platform/routes/routes";
import { AuthHeading } from "./auth-heading";
import { MailSent } from "./mail-sent";
import { PasswordInput } from "./password-input";
import { PasswordStrength } from "./password-strength";

export function RegisterForm() {
	const t = useTranslations("identity");
	const locale = useLocale();
	const [sentTo, setSentTo] = useState<string | null>(null);
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: registerSchema,
		defaults: { company: "", name: "", email: "", password: "", locale },
		action: (input) => register({ ...input, locale }),
		onDone: (_value, input) => setSentTo(input.email.trim()),
	});
	const [email, name, password] = form.watch(["email", "name", "password"]);
	if (sentTo) return <MailSent email={sentTo} />;
	return (
		<>
			<AuthHeading title={t("register.title")}>{t("register.description")}</AuthHeading>
			<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
				{formError && (
					<Banner tone="danger" role="alert">
						{formError}
					</Banner>
				)}
				<Field label={t("fields.company")} hint={t("fields.companyHint")} error={errorOf("company")} required>
					<Input {...form.register("company")} autoComplete="organization" />
				</Field>
				<Field label={t("fields.name")} error={errorOf("name")} required>
					<Input {...form.register("name")} autoComplete="name" />
				</Field>
				<Field label={t("fields.email")} error={errorOf("email")} required>
					<Input {...form.register("email")} type="email" autoComplete="username" inputMode="email" />
				</Field>
				<div>
					<Field label={t("fields.password")} hint={t("password.rule")} error={errorOf("password")} required>
						<PasswordInput {...form.register("password")} autoComplete="new-password" />
					</Field>
					<PasswordStrength password={password} personal={personalWords({ email, name })} />
				</div>
				<Button type="submit" size="lg" pending={pending}>
					{t("register.submit")}
				</Button>
			</form>
			<p className="mt-4 text-ink-faint text-xs">{t("register.terms")}</p>
			<p className="mt-6 text-ink-soft text-sm">
				{t("register.hasAccount")}{" "}
				<Link href={routes.signIn()} className="font-medium text-brand-ink underline underline-offset-4">
					{t("register.signIn")}
				</Link>
			</p>
		</>
	);
}
