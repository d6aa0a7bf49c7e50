import "server-only";
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
