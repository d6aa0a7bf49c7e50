import "server-only";
import { pool } from "@/lib/platform/db/pool";
import { readEnv } from "@/lib/platform/env/env";
import { logError } from "@/lib/platform/log/log";
import { mailTransport } from "./transport";

export const mostAttempts = 8;
/** While one process sends a message no other takes it; after a crash it is due again. */
const LEASE_MINUTES = 5;

type DueMail = { id: string; recipient: string; subject: string; text: string; attempts: number };

/** Takes the most overdue message out of the reach of other workers and counts the attempt before it is made. */
async function claimNext(): Promise<DueMail | null> {
	const { rows } = await pool().query<DueMail>(
		`UPDATE mail_messages SET attempts = attempts + 1, next_attempt_at = now() + make_interval(mins => $1)
		  WHERE id = (SELECT id FROM mail_messages WHERE status = 'PENDING' AND next_attempt_at <= now()
		               ORDER BY next_attempt_at FOR UPDATE SKIP LOCKED LIMIT 1)
		 RETURNING id, recipient, subject, text, attempts`,
		[LEASE_MINUTES],
	);
	return rows[0] ?? null;
}

/** Without a mail server nothing leaves: the messages stay for the administrator to read. */
async function keepAll(): Promise<number> {
	const { rowCount } = await pool().query(
		"UPDATE mail_messages SET status = 'KEPT' WHERE status = 'PENDING' AND next_attempt_at <= now()",
	);
	return rowCount ?? 0;
}

/** A delivered link belongs to its reader alone: its token is struck out of our copy. */
async function markSent(mail: DueMail): Promise<void> {
	await pool().query(
		`UPDATE mail_messages SET status = 'SENT', sent_at = now(), last_error = NULL,
		        text = regexp_replace(text, '(token=)[A-Za-z0-9_%-]+', '\\1…', 'g')
		  WHERE id = $1 AND status = 'PENDING'`,
		[mail.id],
	);
}

/** Waits 1, 2, 4 … 64 minutes between attempts and gives up after the eighth. */
async function markFailure(mail: DueMail, error: unknown): Promise<void> {
	const reason = error instanceof Error ? error.message : String(error);
	logError("mail not delivered", { mailId: mail.id, attempts: mail.attempts, reason });
	await pool().query(
		`UPDATE mail_messages
		    SET status = CASE WHEN attempts >= $2 THEN 'FAILED'::mail_status ELSE status END,
		        next_attempt_at = now() + make_interval(mins => $3), last_error = $4
		  WHERE id = $1 AND status = 'PENDING'`,
		[mail.id, mostAttempts, 2 ** (mail.attempts - 1), reason.slice(0, 500)],
	);
}

/**
 * Delivers what is due, at most `limit` messages, and answers how many it dealt with. Any number of processes may run it
 * at once. A crash between the server's yes and our note of it sends a message again, under the same Message-ID.
 */
export async function deliverDueMail(limit = 20): Promise<number> {
	const transport = mailTransport();
	if (!transport) return keepAll();
	const { MAIL_FROM, PORTAL_URL } = readEnv();
	const { hostname } = new URL(PORTAL_URL);
	for (let done = 0; done < limit; done++) {
		const mail = await claimNext();
		if (!mail) return done;
		const { id, recipient: to, subject, text } = mail;
		try {
			await transport.sendMail({ from: MAIL_FROM, to, subject, text, messageId: `<${id}@${hostname}>` });
		} catch (error) {
			await markFailure(mail, error);
			continue;
		}
		await markSent(mail);
	}
	return limit;
}
