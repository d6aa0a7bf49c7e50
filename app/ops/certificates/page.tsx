import type { Metadata } from "next";
import { CertificateTable } from "@/components/records/certificate-table";
import { RecordList } from "@/components/records/record-list";
import { RegisterCertificate } from "@/components/records/register-certificate";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { CERTIFICATES_PER_PAGE, certificateTabs } from "@/lib/domains/certification/constants/certificates";
import { loadCertificates } from "@/lib/domains/certification/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("records");
	return { title: t("certificates.title") };
}

export default async function CertificatesPage({ searchParams }: Props) {
	const [t, { query, counts, rows, total, today, inTwoYears, mayManage }] = await Promise.all([
		getTranslations("records"),
		searchParams.then(loadCertificates),
	]);
	return (
		<ClientMessages namespaces={["records", "errors"]}>
			<PageHeader
				title={t("certificates.title")}
				description={t("certificates.description")}
				actions={mayManage && <RegisterCertificate today={today} inTwoYears={inTwoYears} />}
			/>
			<RecordList
				kind="certificates"
				path={routes.ops.certificates()}
				query={query}
				tabs={certificateTabs.map((tab) => ({
					tab,
					label: t(`certificates.tabs.${tab}`),
					count: counts[tab],
				}))}
				total={total}
				pageSize={CERTIFICATES_PER_PAGE}
			>
				<CertificateTable rows={rows} today={today} mayManage={mayManage} />
			</RecordList>
		</ClientMessages>
	);
}
