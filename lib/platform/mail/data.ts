import "server-only";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { MailFilter, MailMessageView, MailRow } from "./types";

export const mailsPerPage = 50;

const rowFields = {
	id: true,
	recipient: true,
	subject: true,
	status: true,
	attempts: true,
	createdAt: true,
} as const;

/** The outbox, newest first; `next` is the key of the following page. */
export async function listMails(
	_scope: PlatformScope,
	filter: MailFilter,
): Promise<{ mails: MailRow[]; total: number; next: string | null }> {
	const text = { contains: filter.q, mode: "insensitive" } as const;
	const matches = {
		...(filter.q && { OR: [{ recipient: text }, { subject: text }] }),
		...(filter.status && { status: filter.status }),
	};
	const [rows, total] = await Promise.all([
		db().mailMessage.findMany({
			where: { ...matches, ...(filter.after && { id: { lt: filter.after } }) },
			orderBy: { id: "desc" },
			take: mailsPerPage + 1,
			select: rowFields,
		}),
		db().mailMessage.count({ where: matches }),
	]);
	const mails = rows.slice(0, mailsPerPage);
	return { mails, total, next: rows.length > mailsPerPage ? (mails.at(-1)?.id ?? null) : null };
}

/** One message. Its text is shown only when it was kept, because then the administrator is the one who passes it on. */
export async function findMail(_scope: PlatformScope, id: string): Promise<MailMessageView | null> {
	const mail = await db().mailMessage.findUnique({
		where: { id },
		select: { ...rowFields, sentAt: true, nextAttemptAt: true, lastError: true, text: true },
	});
	return mail && { ...mail, text: mail.status === "KEPT" ? mail.text : null };
}
