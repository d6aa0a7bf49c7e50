import "server-only";
import { randomInt } from "node:crypto";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { signText } from "@/lib/domains/certification/mutations/signing";
import { certificateText } from "@/lib/domains/certification/rules/certificate-text";
import { systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { newId } from "@/lib/platform/id/id";
import { composeMail } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import { routes } from "@/lib/platform/routes/routes";
import { addMonths, businessDayOf } from "@/lib/platform/time";

type Earned = {
	id: string;
	userId: string;
	partnerId: string;
	organisationId: string;
	level: CertificateLevel;
};

/** Signs that cannot be mistaken for each other. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Four signs by chance behind the running number: numbers of others cannot be counted through on the check page. */
function makeTail(): string {
	return Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join("");
}

/** The certificate of a passed exam, signed, in the transaction that passes it; valid from today for so many months. */
export async function issueCertificate(
	client: PoolClient,
	sitting: Earned,
	validMonths: number,
	now: Date,
): Promise<string> {
	const issuedOn = businessDayOf(now);
	const expiresOn = addMonths(issuedOn, validMonths);
	const { rows } = await client.query<{ name: string; email: string; locale: string; serial: string }>(
		`SELECT name, email, locale, lpad(nextval('certificate_numbers')::text, 6, '0') AS serial FROM users WHERE id = $1`,
		[sitting.userId],
	);
	const [holder] = rows;
	if (!holder) throw new Error("a sitting has no candidate");
	const number = `WM-${issuedOn.slice(0, 4)}-${holder.serial}-${makeTail()}`;
	const fields = { number, level: sitting.level, holderName: holder.name, issuedOn, expiresOn };
	const { signature, keyId } = await signText(client, certificateText(fields));
	const id = newId("crt");
	await client.query(
		`INSERT INTO certificates (id, number, partner_id, holder_name, level, issued_on, expires_on, user_id, sitting_id, signature, key_id)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		[
			id,
			number,
			sitting.partnerId,
			holder.name,
			sitting.level,
			issuedOn,
			expiresOn,
			sitting.userId,
			sitting.id,
			signature,
			keyId,
		],
	);
	await recordAuditRaw(client, {
		actor: systemActor("exam:certificate"),
		action: "certificate.issue",
		subjectType: "certificate",
		subjectId: id,
		organisationId: sitting.organisationId,
		after: { number, level: sitting.level, issuedOn, expiresOn, keyId, sittingId: sitting.id },
	});
	const { email, locale, name } = holder;
	const mail = await composeMail(
		{ id: sitting.userId, email, locale, name },
		{
			key: `certificate-issued:${id}`,
			kind: "certificateIssued",
			values: { number, expiresOn },
			href: routes.partner.certificate(id),
		},
	);
	await enqueueMailsRaw(client, [mail]);
	return id;
}
