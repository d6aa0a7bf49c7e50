"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { resendConfirmationMail } from "@/lib/domains/identity/actions/account";
import { routes } from "@/lib/platform/routes/routes";
import { AuthNotice } from "./auth-notice";

/** After registering; says the same whether the address was new or not. */
export function MailSent({ email }: { email: string }) {
	const t = useTranslations("identity.register");
	const errorText = useErrorText();
	const [answer, setAnswer] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function resend() {
		startTransition(async () => {
			const outcome = await resendConfirmationMail({ email });
			setAnswer(outcome.ok ? t("resent") : errorText(outcome.reason, outcome.params));
		});
	}
	return (
		<AuthNotice
			picture="mail"
			title={t("sentTitle")}
			actions={
				<>
					<Button variant="secondary" pending={pending} onClick={resend}>
						{t("resend")}
					</Button>
					<Button variant="ghost" asChild>
						<Link href={routes.signIn()}>{t("signIn")}</Link>
					</Button>
				</>
			}
		>
			<p className="break-words">{t("sent", { email })}</p>
			<p className="mt-3 text-ink-faint text-xs">{answer ?? t("sentHint")}</p>
		</AuthNotice>
	);
}
