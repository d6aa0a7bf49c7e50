import Link from "next/link";
import { AuthNotice } from "@/components/identity/auth-notice";
import { ResetPasswordForm } from "@/components/identity/reset-password-form";
import { Button } from "@/components/ui/button";
import { loadToken, type Query } from "@/lib/domains/identity/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("reset.title"), referrer: "no-referrer" as const };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
	const token = await loadToken("PASSWORD_RESET", await searchParams);
	if (token) return <ResetPasswordForm token={token} />;
	const t = await getTranslations("identity");
	return (
		<AuthNotice
			picture="invalid"
			title={t("reset.invalidTitle")}
			actions={
				<Button size="lg" asChild>
					<Link href={routes.forgotPassword()}>{t("reset.again")}</Link>
				</Button>
			}
		>
			{t("reset.invalid")}
		</AuthNotice>
	);
}
