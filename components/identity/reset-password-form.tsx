"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { setNewPassword } from "@/lib/domains/identity/actions/account";
import { resetPasswordSchema } from "@/lib/domains/identity/schema";
import { routes } from "@/lib/platform/routes/routes";
import { AuthHeading } from "./auth-heading";
import { AuthNotice } from "./auth-notice";
import { PasswordInput } from "./password-input";
import { PasswordStrength } from "./password-strength";

export function ResetPasswordForm({ token }: { token: string }) {
	const t = useTranslations("identity");
	const [isDone, setIsDone] = useState(false);
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: resetPasswordSchema,
		defaults: { token, password: "" },
		action: setNewPassword,
		onDone: () => setIsDone(true),
	});
	if (isDone) {
		return (
			<AuthNotice
				picture="done"
				title={t("reset.doneTitle")}
				actions={
					<Button size="lg" asChild>
						<Link href={routes.signIn()}>{t("reset.toSignIn")}</Link>
					</Button>
				}
			>
				{t("reset.done")}
			</AuthNotice>
		);
	}
	return (
		<>
			<AuthHeading title={t("reset.title")}>{t("reset.description")}</AuthHeading>
			<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
				{formError && (
					<Banner tone="danger" role="alert">
						{formError}
					</Banner>
				)}
				<div>
					<Field
						label={t("fields.newPassword")}
						hint={t("password.rule")}
						error={errorOf("password")}
						required
					>
						<PasswordInput {...form.register("password")} autoComplete="new-password" autoFocus />
					</Field>
					<PasswordStrength password={form.watch("password")} />
				</div>
				<Button type="submit" size="lg" pending={pending}>
					{t("reset.submit")}
				</Button>
			</form>
		</>
	);
}
