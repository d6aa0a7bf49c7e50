"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { askForPasswordReset } from "@/lib/domains/identity/actions/account";
import { emailOnlySchema } from "@/lib/domains/identity/schema";
import { routes } from "@/lib/platform/routes/routes";
import { AuthHeading } from "./auth-heading";
import { AuthNotice } from "./auth-notice";

export function ForgotPasswordForm() {
	const t = useTranslations("identity");
	const [sentTo, setSentTo] = useState<string | null>(null);
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: emailOnlySchema,
		defaults: { email: "" },
		action: askForPasswordReset,
		onDone: (_value, input) => setSentTo(input.email.trim()),
	});
	const back = (
		<Link href={routes.signIn()} className="font-medium text-brand-ink text-sm underline underline-offset-4">
			{t("forgot.back")}
		</Link>
	);
	if (sentTo) {
		return (
			<AuthNotice picture="mail" title={t("forgot.sentTitle")} actions={back}>
				<p className="break-words">{t("forgot.sent", { email: sentTo })}</p>
			</AuthNotice>
		);
	}
	return (
		<>
			<AuthHeading title={t("forgot.title")}>{t("forgot.description")}</AuthHeading>
			<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
				{formError && (
					<Banner tone="danger" role="alert">
						{formError}
					</Banner>
				)}
				<Field label={t("fields.email")} error={errorOf("email")} required>
					<Input
						{...form.register("email")}
						type="email"
						autoComplete="username"
						inputMode="email"
						autoFocus
					/>
				</Field>
				<Button type="submit" size="lg" pending={pending}>
					{t("forgot.submit")}
				</Button>
			</form>
			<p className="mt-6">{back}</p>
		</>
	);
}
