import type { Metadata } from "next";
import { CheckForm } from "@/components/certificates/check-form";
import { CheckedCard } from "@/components/certificates/checked-card";
import { OfflineCheck } from "@/components/certificates/offline-check";
import { Banner } from "@/components/ui/banner";
import {
	loadCertificateKeys,
	loadCheckedCertificate,
	portalUrl,
} from "@/lib/domains/certification/loaders/check";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("certificates");
	return { title: t("check.title"), robots: { index: false } };
}

export default async function CheckedCertificatePage({ params }: Props) {
	const asked = decodeURIComponent((await params).number);
	const [t, keys, { number, certificate }] = await Promise.all([
		getTranslations("certificates"),
		loadCertificateKeys(),
		loadCheckedCertificate(asked),
	]);
	return (
		<div className="mx-auto min-h-[50vh] max-w-3xl px-4 py-12 sm:px-8 sm:py-16">
			<h1 className="font-semibold text-2xl">{t("check.title")}</h1>
			{certificate ? (
				<CheckedCard
					certificate={certificate}
					address={portalUrl() + routes.checkedCertificate(certificate.number)}
				/>
			) : (
				<Banner tone="warning" title={t("check.unknown")} className="mt-6">
					{t("check.unknownHint", { number })}
				</Banner>
			)}
			<CheckForm />
			<OfflineCheck keys={keys} />
		</div>
	);
}
