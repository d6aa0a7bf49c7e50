import "server-only";
import type { PoolClient } from "pg";
import type { Tx } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";

export type Mail = {
	/** The effect's own key: enqueuing it twice sends it once. */
	key: string;
	recipient: string;
	subject: string;
	text: string;
};

/** Puts a mail into the outbox, inside the transaction of the change that causes it. */
export async function enqueueMail(tx: Tx, mail: Mail): Promise<void> {
	await tx.mailMessage.createMany({ data: [{ id: newId("mail"), ...mail }], skipDuplicates: true });
}

/** Many mails in one statement of a raw transaction. */
export async function enqueueMailsRaw(client: PoolClient, mails: readonly Mail[]): Promise<void> {
	if (mails.length === 0) return;
	await client.query(
		`INSERT INTO mail_messages (id, key, recipient, subject, text)
		 SELECT id, key, recipient, subject, text
		   FROM json_to_recordset($1) AS r(id text, key text, recipient text, subject text, text text)
		 ON CONFLICT (key) DO NOTHING`,
		[JSON.stringify(mails.map((mail) => ({ id: newId("mail"), ...mail })))],
	);
}
