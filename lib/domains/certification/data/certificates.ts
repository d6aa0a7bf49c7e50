import "server-only";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { certificateText } from "@/lib/domains/certification/rules/certificate-text";
import type {
	OwnCertificate,
	PrintedCertificate,
	PublishedKey,
} from "@/lib/domains/certification/types/sittings";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

const columns = `c.id, c.number, c.user_id AS "userId", c.holder_name AS "holderName", c.level, c.issued_on AS "issuedOn",
	c.expires_on AS "expiresOn", c.revoked_on AS "revokedOn"`;

/** Certificates of the organisation's people that count on a day, the next to expire first. */
export async function listTeamCertificates(scope: PartnerScope, today: Day): Promise<OwnCertificate[]> {
	const { rows } = await pool().query<OwnCertificate>(
		`SELECT ${columns} FROM certificates c JOIN partners p ON p.id = c.partner_id
		  WHERE p.organisation_id = $1 AND c.expires_on > $2 AND (c.revoked_on IS NULL OR c.revoked_on > $2)
		  ORDER BY c.expires_on, c.id LIMIT 300`,
		[scope.organisationId, today],
	);
	return rows;
}

/** A certificate as its holder or the partner's people print it; null for another partner's. */
export async function findOwnCertificate(
	scope: PartnerScope,
	id: string,
): Promise<PrintedCertificate | null> {
	const { rows } = await pool().query<Omit<PrintedCertificate, "text">>(
		`SELECT ${columns}, p.name AS "partnerName", c.revoke_reason AS "revokeReason", c.signature, c.key_id AS "keyId"
		   FROM certificates c JOIN partners p ON p.id = c.partner_id WHERE c.id = $1 AND p.organisation_id = $2`,
		[id, scope.organisationId],
	);
	return rows[0] ? { ...rows[0], text: certificateText(rows[0]) } : null;
}

export type CheckedCertificate = {
	number: string;
	level: CertificateLevel;
	holderName: string;
	partnerName: string;
	issuedOn: Day;
	expiresOn: Day;
	revokedOn: Day | null;
	isSigned: boolean;
	keyId: string | null;
};

/** A certificate by its number, for anybody; the page masks the name before it leaves the server. */
export async function findCertificateByNumber(number: string): Promise<CheckedCertificate | null> {
	const { rows } = await pool().query<CheckedCertificate>(
		`SELECT c.number, c.level, c.holder_name AS "holderName", p.name AS "partnerName", c.issued_on AS "issuedOn",
		        c.expires_on AS "expiresOn", c.revoked_on AS "revokedOn", c.signature IS NOT NULL AS "isSigned", c.key_id AS "keyId"
		   FROM certificates c JOIN partners p ON p.id = c.partner_id WHERE c.number = $1`,
		[number],
	);
	return rows[0] ?? null;
}

/** The public halves of every key certificates were signed with. */
export async function listCertificateKeys(): Promise<PublishedKey[]> {
	const { rows } = await pool().query<PublishedKey>(
		`SELECT id, public_key AS "publicKey", created_at AS "createdAt" FROM certificate_keys ORDER BY created_at DESC, id`,
	);
	return rows;
}
