import Link from "next/link";
import { AuthNotice } from "@/components/identity/auth-notice";
import { ConfirmEmail } from "@/components/identity/confirm-email";
import { Button } from "@/components/ui/button";
import { loadToken, type Query } from "@/lib/domains/identity/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("confirm.title"), referrer: "no-referrer" as const };
}

export default async function ConfirmEmailPage({ searchParams }: { searchParams: Promise<Query> }) {
	const token = await loadToken("EMAIL_CONFIRMATION", await searchParams);
	if (token) return <ConfirmEmail token={token} />;
	const t = await getTranslations("identity");
	return (
		<AuthNotice
			picture="invalid"
			title={t("confirm.invalidTitle")}
			actions={
				<Button size="lg" asChild>
					<Link href={routes.signIn()}>{t("confirm.toSignIn")}</Link>
				</Button>
			}
		>
			{t("confirm.invalid")}
		</AuthNotice>
	);
}
