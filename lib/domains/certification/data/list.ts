import "server-only";
import {
	CERTIFICATES_PER_PAGE,
	type CertificateTab,
	certificateTabs,
	EXPIRING_DAYS,
} from "@/lib/domains/certification/constants/certificates";
import type { CertificateQuery } from "@/lib/domains/certification/schema";
import type { CertificateRow } from "@/lib/domains/certification/types/certificates";
import { escapeLike } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

/** $1 today, $2 the last day of those that end soon. */
const tabSql: Record<CertificateTab, string> = {
	valid: "c.expires_on > $1 AND (c.revoked_on IS NULL OR c.revoked_on > $1) AND $2::date IS NOT NULL",
	expiring: "c.expires_on > $1 AND c.expires_on <= $2 AND (c.revoked_on IS NULL OR c.revoked_on > $1)",
	ended: "(c.expires_on <= $1 OR c.revoked_on <= $1) AND $2::date IS NOT NULL",
};
const found = `($3 = '' OR c.number ILIKE '%' || $3 || '%' OR c.holder_name ILIKE '%' || $3 || '%' OR p.name ILIKE '%' || $3 || '%')`;
const joined = "certificates c JOIN partners p ON p.id = c.partner_id";

/** Certificates of all partners, the next to end first. */
export async function listCertificates(
	_scope: PlatformScope,
	{ tab, q, page }: CertificateQuery,
	today: Day,
): Promise<{ rows: CertificateRow[]; total: number }> {
	const values = [today, addDays(today, EXPIRING_DAYS), escapeLike(q)];
	const [list, count] = await Promise.all([
		pool().query<CertificateRow>(
			`SELECT c.id, c.number, c.partner_id AS "partnerId", p.name AS "partnerName", c.holder_name AS "holderName",
			        c.level, c.issued_on AS "issuedOn", c.expires_on AS "expiresOn", c.revoked_on AS "revokedOn",
			        c.revoke_reason AS "revokeReason", u.name AS "registeredBy"
			   FROM ${joined} LEFT JOIN users u ON u.id = c.registered_by_id
			  WHERE ${tabSql[tab]} AND ${found}
			  ORDER BY c.expires_on ${tab === "ended" ? "DESC" : "ASC"}, c.id LIMIT $4 OFFSET $5`,
			[...values, CERTIFICATES_PER_PAGE, (page - 1) * CERTIFICATES_PER_PAGE],
		),
		pool().query<{ total: number }>(
			`SELECT count(*)::int AS total FROM ${joined} WHERE ${tabSql[tab]} AND ${found}`,
			values,
		),
	]);
	return { rows: list.rows, total: count.rows[0]?.total ?? 0 };
}

export async function countCertificates(
	_scope: PlatformScope,
	today: Day,
): Promise<Record<CertificateTab, number>> {
	const counts = certificateTabs.map((tab) => `count(*) FILTER (WHERE ${tabSql[tab]})::int AS ${tab}`);
	const { rows } = await pool().query<Record<CertificateTab, number>>(
		`SELECT ${counts.join(", ")} FROM certificates c`,
		[today, addDays(today, EXPIRING_DAYS)],
	);
	return rows[0] ?? { valid: 0, expiring: 0, ended: 0 };
}
