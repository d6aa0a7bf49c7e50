import { ForgotPasswordForm } from "@/components/identity/forgot-password-form";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("forgot.title") };
}

export default function ForgotPasswordPage() {
	return <ForgotPasswordForm />;
}
