import "server-only";
import { findCertificateByNumber, listCertificateKeys } from "@/lib/domains/certification/data/certificates";
import { maskName } from "@/lib/domains/certification/rules/certificate-text";
import type { PublicCertificate } from "@/lib/domains/certification/types/sittings";
import { readEnv } from "@/lib/platform/env/env";
import { businessDayOf } from "@/lib/platform/time";

/** What anybody may know of a certificate: nothing but the first sign of the name. Null where no such number stands. */
export async function loadCheckedCertificate(
	text: string,
): Promise<{ number: string; certificate: PublicCertificate | null }> {
	const number = text.normalize("NFKC").trim().toUpperCase();
	const found = number.length <= 60 ? await findCertificateByNumber(number) : null;
	if (!found) return { number, certificate: null };
	const { holderName, ...certificate } = found;
	const today = businessDayOf(new Date());
	const status =
		certificate.revokedOn && certificate.revokedOn <= today
			? ("REVOKED" as const)
			: certificate.expiresOn <= today
				? ("EXPIRED" as const)
				: ("VALID" as const);
	return { number, certificate: { ...certificate, maskedName: maskName(holderName), status } };
}

export function loadCertificateKeys() {
	return listCertificateKeys();
}

/** Where the portal is reached, as a QR code carries it. */
export function portalUrl(): string {
	return readEnv().PORTAL_URL;
}
