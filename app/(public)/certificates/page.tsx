import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckForm } from "@/components/certificates/check-form";
import { OfflineCheck } from "@/components/certificates/offline-check";
import { loadCertificateKeys } from "@/lib/domains/certification/loaders/check";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<{ number?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("certificates"))("check.title") };
}

/** Anybody checks a certificate by its number. */
export default async function CertificateCheckPage({ searchParams }: Props) {
	const { number } = await searchParams;
	if (typeof number === "string" && number.trim())
		redirect(routes.checkedCertificate(number.trim().slice(0, 60)));
	const [t, keys] = await Promise.all([getTranslations("certificates"), loadCertificateKeys()]);
	return (
		<div className="mx-auto min-h-[50vh] max-w-3xl px-4 py-12 sm:px-8 sm:py-16">
			<h1 className="font-semibold text-2xl">{t("check.title")}</h1>
			<p className="mt-2 text-ink-soft text-sm">{t("check.description")}</p>
			<CheckForm />
			<OfflineCheck keys={keys} />
		</div>
	);
}
