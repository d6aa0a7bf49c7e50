import { RegisterForm } from "@/components/identity/register-form";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("register.title") };
}

export default function RegisterPage() {
	return <RegisterForm />;
}
