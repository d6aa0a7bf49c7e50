import { CircleCheck } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import type { OwnActivation } from "@/lib/domains/admission/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AgreementText } from "./agreement-text";
import { SignAgreement } from "./sign-agreement";

type AgreementCardProps = Pick<OwnActivation, "agreement" | "acceptance"> & { applicationId: string };

/** The agreement to read and accept, or the one that was accepted, word by word. */
export async function AgreementCard({ applicationId, agreement, acceptance }: AgreementCardProps) {
	const [t, locale] = await Promise.all([getTranslations("activation"), getLocale()]);
	const { version, documentHash } = agreement;
	return (
		<Card id="agreement" className="scroll-mt-20">
			<CardHeader
				title={t("agreement.title")}
				description={t("agreement.version", { version })}
				actions={<CopyableId value={documentHash} label={t("agreement.hashLabel")} shortened />}
			/>
			<CardBody className="space-y-4">
				{acceptance ? (
					<>
						<p className="flex items-start gap-2 text-sm text-success-ink">
							<CircleCheck aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
							{t("agreement.signedBy", {
								by: acceptance.acceptedByName ?? "",
								at: formatDateTime(acceptance.acceptedAt, locale),
								version: acceptance.agreementVersion,
							})}
						</p>
						<details className="group">
							<summary className="w-fit cursor-pointer rounded-sm text-brand-ink text-sm underline decoration-brand-ink/40 underline-offset-4">
								{t("agreement.readAgain")}
							</summary>
							<div className="mt-3">
								<AgreementText document={agreement.document} />
							</div>
						</details>
					</>
				) : (
					<>
						<AgreementText document={agreement.document} />
						<SignAgreement applicationId={applicationId} version={version} documentHash={documentHash} />
					</>
				)}
			</CardBody>
		</Card>
	);
}
