import type { PrintedCertificate as Certificate } from "@/lib/domains/certification/types/sittings";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";
import { QrCode } from "./qr-code";

type Props = {
	certificate: Certificate;
	today: Day;
	/** Of the public check page, as a QR code carries it. */
	address: string;
};

/** One A4 page: whose, what level, from when until when, where to check it, and what was signed. */
export async function PrintedCertificate({ certificate, today, address }: Props) {
	const [t, locale] = await Promise.all([getTranslations("certificates"), getLocale()]);
	const { level, issuedOn, expiresOn, revokedOn, signature, keyId } = certificate;
	const day = (value: Day) => formatDate(value, locale, { long: true });
	return (
		<article className="certificate">
			<h1>{t("print.title")}</h1>
			{revokedOn && revokedOn <= today ? (
				<p className="certificate-ended">
					{t("print.revoked", { day: day(revokedOn), reason: certificate.revokeReason ?? "" })}
				</p>
			) : (
				expiresOn <= today && (
					<p className="certificate-ended">{t("print.expired", { day: day(expiresOn) })}</p>
				)
			)}
			<p>{t("print.of")}</p>
			<p className="certificate-name">{certificate.holderName}</p>
			<p>{t("print.text", { level: t(`levels.${level}`) })}</p>
			<dl>
				{(
					[
						["number", certificate.number],
						["level", t(`levels.${level}`)],
						["partner", certificate.partnerName],
						["issuedOn", day(issuedOn)],
						["expiresOn", day(expiresOn)],
						["key", keyId ?? t("print.unsigned")],
					] as const
				).map(([term, detail]) => (
					<div key={term}>
						<dt>{t(`print.facts.${term}`)}</dt>
						<dd>{detail}</dd>
					</div>
				))}
			</dl>
			<footer className="certificate-foot">
				<QrCode text={address} label={t("print.qr")} />
				<div style={{ flex: "1 1 60mm", minWidth: 0 }}>
					<p>{t("print.check")}</p>
					<p style={{ overflowWrap: "anywhere" }}>{address}</p>
					{signature && (
						<>
							<p style={{ marginTop: "2mm" }}>
								{t("print.offline", { address: routes.api.certificateKeys() })}
							</p>
							<pre>{certificate.text}</pre>
							<pre>{signature}</pre>
						</>
					)}
				</div>
			</footer>
		</article>
	);
}
