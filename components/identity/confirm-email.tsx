"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { confirmAddress } from "@/lib/domains/identity/actions/account";
import { routes } from "@/lib/platform/routes/routes";
import { AuthHeading } from "./auth-heading";
import { AuthNotice } from "./auth-notice";

/** Asks for a press of a button, because mail scanners open links and would use the token up. */
export function ConfirmEmail({ token }: { token: string }) {
	const t = useTranslations("identity.confirm");
	const errorText = useErrorText();
	const [confirmed, setConfirmed] = useState<string | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function confirm() {
		startTransition(async () => {
			const outcome = await confirmAddress({ token });
			if (outcome.ok) setConfirmed(outcome.email);
			else setProblem(errorText(outcome.reason, outcome.params));
		});
	}
	if (confirmed) {
		return (
			<AuthNotice
				picture="done"
				title={t("doneTitle")}
				actions={
					<Button size="lg" asChild>
						<Link href={routes.signIn()}>{t("toSignIn")}</Link>
					</Button>
				}
			>
				{t("done", { email: confirmed })}
			</AuthNotice>
		);
	}
	return (
		<>
			<AuthHeading title={t("title")}>{t("description")}</AuthHeading>
			{problem && (
				<Banner tone="danger" role="alert" className="mb-5">
					{problem}
				</Banner>
			)}
			<Button size="lg" className="w-full" pending={pending} onClick={confirm}>
				{t("submit")}
			</Button>
		</>
	);
}
