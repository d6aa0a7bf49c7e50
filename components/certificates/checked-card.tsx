import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card, CardBody } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { PublicCertificate } from "@/lib/domains/certification/types/sittings";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { QrCode } from "./qr-code";

const tones: Record<PublicCertificate["status"], BadgeTone> = {
	VALID: "success",
	EXPIRED: "warning",
	REVOKED: "danger",
};

/** What anybody is told of a certificate. */
export async function CheckedCard({
	certificate,
	address,
}: {
	certificate: PublicCertificate;
	address: string;
}) {
	const [t, locale] = await Promise.all([getTranslations("certificates"), getLocale()]);
	const day = (value: string) => formatDate(value, locale, { long: true });
	return (
		<Card className="mt-6">
			<CardBody className="flex flex-wrap gap-6 pt-5">
				<div className="min-w-60 flex-1 space-y-4">
					<p className="flex flex-wrap items-center gap-3">
						<Badge tone={tones[certificate.status]}>{t(`check.status.${certificate.status}`)}</Badge>
						<span className="figure font-semibold">{certificate.number}</span>
					</p>
					<DescriptionList
						items={[
							{ term: t("check.holder"), detail: certificate.maskedName },
							{ term: t("check.level"), detail: t(`levels.${certificate.level}`) },
							{ term: t("check.partner"), detail: certificate.partnerName, wide: true },
							{ term: t("check.issuedOn"), detail: day(certificate.issuedOn) },
							{ term: t("check.expiresOn"), detail: day(certificate.expiresOn) },
							...(certificate.revokedOn
								? [{ term: t("check.revokedOn"), detail: day(certificate.revokedOn) }]
								: []),
							{
								term: t("check.signature"),
								detail: certificate.isSigned
									? t("check.signed", { key: certificate.keyId ?? "" })
									: t("check.notSigned"),
								wide: true,
							},
						]}
					/>
				</div>
				<QrCode text={address} label={t("print.qr")} className="size-36 rounded-md border bg-white" />
			</CardBody>
		</Card>
	);
}
