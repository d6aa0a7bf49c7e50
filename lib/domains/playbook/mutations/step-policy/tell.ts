import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";

/**
 * Tells the people of every brand, and of every service partner that serves one today, once each and by mail too; answers
 * how many they are.
 */
export async function tellOfStepPolicy(
	tx: Tx,
	{ version, effectiveOn, today }: { version: number; effectiveOn: Day; today: Day },
): Promise<number> {
	const people = await tx.$queryRaw<Recipient[]>`
		SELECT DISTINCT u.id, u.email, u.name, u.locale FROM users u JOIN memberships m ON m.user_id = u.id
		 WHERE u.status = 'ACTIVE' AND m.organisation_id IN (
		       SELECT organisation_id FROM brands UNION
		       SELECT p.organisation_id FROM shops s JOIN shop_bindings b ON b.shop_id = s.id
		         JOIN partners p ON p.id = b.partner_id
		        WHERE s.brand_id IS NOT NULL AND b.status = 'CONFIRMED'
		          AND b.from_day <= ${today}::date AND (b.to_day IS NULL OR b.to_day > ${today}::date))`;
	const news = {
		key: `stepPolicyPublished:${version}`,
		kind: "stepPolicyPublished",
		href: routes.steps(version),
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
