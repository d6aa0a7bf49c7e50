import { EvidenceList } from "@/components/files/evidence-list";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { FundCasePage } from "@/lib/domains/fund/types";
import { getTranslations } from "@/lib/platform/i18n/server";

/** The company's documents, and those the platform's people keep to themselves. */
export async function DocumentsCard({ application, files, internalFiles, rights }: FundCasePage) {
	const t = await getTranslations("fund");
	return (
		<Card>
			<CardHeader title={t("case.files")} description={t("case.filesHint")} />
			<CardBody className="space-y-6">
				{files.length > 0 ? (
					<EvidenceList files={files} label={t("case.files")} />
				) : (
					<p className="text-ink-faint text-sm">{t("case.noFiles")}</p>
				)}
				{rights.canWork ? (
					<EvidenceUpload
						purpose="FUND_REVIEW"
						subject={application.id}
						files={internalFiles}
						label={t("case.internal")}
						hint={t("case.internalHint")}
					/>
				) : (
					internalFiles.length > 0 && (
						<section>
							<h3 className="mb-2 font-medium text-ink text-sm">{t("case.internal")}</h3>
							<EvidenceList files={internalFiles} label={t("case.internal")} />
						</section>
					)
				)}
			</CardBody>
		</Card>
	);
}
