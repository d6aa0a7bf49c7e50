import type { Metadata } from "next";
import Link from "next/link";
import { PrintedCertificate } from "@/components/certificates/printed-certificate";
import { PrintButton } from "@/components/programme/report/print-button";
import { portalUrl } from "@/lib/domains/certification/loaders/check";
import { loadOwnCertificate } from "@/lib/domains/certification/loaders/exams";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import "./certificate.css";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { certificate } = await params.then(({ id }) => loadOwnCertificate(id));
	return { title: certificate.number };
}

/** Outside the workspace's shell, so that what the browser prints is the certificate and nothing around it. */
export default async function CertificatePage({ params }: Props) {
	const [t, { certificate, today }] = await Promise.all([
		getTranslations("certificates"),
		params.then(({ id }) => loadOwnCertificate(id)),
	]);
	return (
		<main id="content" className="px-4 py-6">
			<nav aria-label={t("print.ways")} className="certificate-ways">
				<Link href={routes.partner.exams()} className="text-brand-ink text-sm underline underline-offset-4">
					{t("print.back")}
				</Link>
				<PrintButton label={t("print.print")} />
			</nav>
			<PrintedCertificate
				certificate={certificate}
				today={today}
				address={portalUrl() + routes.checkedCertificate(certificate.number)}
			/>
		</main>
	);
}
