import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";

/** Tells the people of every partner that may send somebody to an exam, once each and by mail too; answers how many they are. */
export async function tellOfExamPolicy(
	tx: Tx,
	{ version, effectiveOn, noticeId }: { version: number; effectiveOn: Day; noticeId: string },
): Promise<number> {
	const people = await tx.$queryRaw<Recipient[]>`
		SELECT DISTINCT u.id, u.email, u.name, u.locale FROM users u JOIN memberships m ON m.user_id = u.id
		 WHERE u.status = 'ACTIVE' AND m.organisation_id IN (
		       SELECT organisation_id FROM partners WHERE status <> 'EXITED')`;
	const news = {
		key: `examPolicyPublished:${version}`,
		kind: "examPolicyPublished",
		href: routes.notice(noticeId),
	};
	const values = { version, effectiveOn };
	await notifyUsers(
		tx,
		people.map(({ id }) => id),
		{ ...news, params: values },
	);
	for (const person of people) await enqueueMail(tx, await composeMail(person, { ...news, values }));
	return people.length;
}
