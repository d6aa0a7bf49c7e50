import "server-only";
import { dueReminder } from "@/lib/domains/certification/rules/certificate-text";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { composeMail } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

type Ending = {
	id: string;
	number: string;
	expiresOn: Day;
	holderName: string;
	userId: string | null;
	organisationId: string;
	sent: number[];
};
type Reader = { id: string; email: string; name: string; locale: string };

/**
 * Tells the holder and the owners of the partner 60, 30 and 7 days before a certificate expires, once each; not where the
 * holder already has one of the level or above that runs longer. @returns how many reminders went out
 */
export async function remindOfExpiries(today: Day): Promise<number> {
	const { rows } = await pool().query<Ending>(
		`SELECT c.id, c.number, c.expires_on AS "expiresOn", c.holder_name AS "holderName", c.user_id AS "userId",
		        p.organisation_id AS "organisationId",
		        ARRAY(SELECT days::int FROM certificate_reminders r WHERE r.certificate_id = c.id) AS sent
		   FROM certificates c JOIN partners p ON p.id = c.partner_id
		  WHERE c.expires_on > $1 AND c.expires_on <= $2 AND (c.revoked_on IS NULL OR c.revoked_on > $1) AND p.status <> 'EXITED'
		    AND NOT EXISTS (SELECT FROM certificates n WHERE n.partner_id = c.partner_id AND n.id <> c.id AND n.level >= c.level
		        AND n.expires_on > c.expires_on AND n.revoked_on IS NULL
		        AND (n.user_id = c.user_id OR (c.user_id IS NULL AND n.holder_name = c.holder_name)))
		  ORDER BY c.expires_on, c.id`,
		[today, addDays(today, 60)],
	);
	let count = 0;
	for (const ending of rows) {
		const days = dueReminder(daysBetween(today, ending.expiresOn), ending.sent);
		if (days !== null && (await remind(ending, days, daysBetween(today, ending.expiresOn)))) count += 1;
	}
	return count;
}

function remind(ending: Ending, days: number, left: number): Promise<boolean> {
	const { id, number, expiresOn, holderName } = ending;
	return inRawTransaction(async (client) => {
		const { rowCount } = await client.query(
			"INSERT INTO certificate_reminders (certificate_id, days) VALUES ($1, $2) ON CONFLICT DO NOTHING",
			[id, days],
		);
		if (rowCount === 0) return false;
		const { rows: readers } = await client.query<Reader>(
			`SELECT DISTINCT u.id, u.email, u.name, u.locale FROM memberships m JOIN users u ON u.id = m.user_id
			  WHERE m.organisation_id = $1 AND u.status = 'ACTIVE' AND (u.id = $2 OR m.role = 'partner_owner')`,
			[ending.organisationId, ending.userId],
		);
		const values = { number, expiresOn, holder: holderName, days: left };
		const news = { key: `certificate-expires:${id}:${days}`, href: routes.partner.exams() };
		await notifyUsersRaw(
			client,
			readers.map((reader) => reader.id),
			{ ...news, kind: "certificateExpires", params: values },
		);
		const mails = await Promise.all(
			readers.map((reader) => composeMail(reader, { ...news, kind: "certificateExpires", values })),
		);
		await enqueueMailsRaw(client, mails);
		return true;
	});
}
