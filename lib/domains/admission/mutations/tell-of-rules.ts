import "server-only";
import type { DraftedKind } from "@/lib/domains/admission/schema/standards-form";
import type { Tx } from "@/lib/platform/db/client";
import { readEnv } from "@/lib/platform/env/env";
import { defaultLocale, isLocale, type Locale, locales } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { newId } from "@/lib/platform/id/id";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";

export type RulesNews = { kind: DraftedKind; version: number; effectiveOn: Day };

type Person = { id: string; email: string; name: string; locale: string; organisationId: string };

const chunkSize = 2_000;
const messageKinds = { admission: "rulesPublished", agreement: "agreementPublished" } as const;

/**
 * Tells everybody a new version concerns, once each: the people of companies with an open application, of partners that
 * have not left, and of companies approved that have yet to sign. Answers how many there are.
 */
export async function tellOfRules(tx: Tx, news: RulesNews): Promise<number> {
	const people = await tx.$queryRaw<Person[]>`
		SELECT DISTINCT ON (u.id) u.id, u.email, u.name, u.locale, m.organisation_id AS "organisationId"
		  FROM users u JOIN memberships m ON m.user_id = u.id
		 WHERE u.status = 'ACTIVE' AND (
		       EXISTS (SELECT FROM applications a WHERE a.organisation_id = m.organisation_id
		                  AND (a.state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED')
		                   OR (a.state = 'APPROVED' AND NOT EXISTS (SELECT FROM partners p WHERE p.application_id = a.id))))
		    OR EXISTS (SELECT FROM partners p WHERE p.organisation_id = m.organisation_id AND p.status <> 'EXITED'))
		 ORDER BY u.id, m.organisation_id`;
	if (people.length === 0) return 0;
	const kind = messageKinds[news.kind];
	const key = `${kind}:${news.version}`;
	const speak = await speakers(kind, news);
	for (let start = 0; start < people.length; start += chunkSize) {
		const chunk = people.slice(start, start + chunkSize);
		await tx.notification.createMany({
			data: chunk.map(({ id, organisationId }) => ({
				id: newId("ntf"),
				key: `${key}:${id}`,
				userId: id,
				organisationId,
				kind,
				params: { version: news.version, effectiveOn: news.effectiveOn },
				href: routes.notices(),
			})),
			skipDuplicates: true,
		});
		await tx.mailMessage.createMany({
			data: chunk.map(({ id, email, name, locale }) => ({
				id: newId("mail"),
				key: `${key}:${id}`,
				recipient: email,
				...speak[isLocale(locale) ? locale : defaultLocale](name),
			})),
			skipDuplicates: true,
		});
	}
	return people.length;
}

type Letter = { subject: string; text: string };

async function speakers(kind: "rulesPublished" | "agreementPublished", news: RulesNews) {
	const link = readEnv().PORTAL_URL + routes.notices();
	const entries = await Promise.all(
		locales.map(async (locale) => {
			const t = await createTranslations(locale, "mail");
			const values = { version: news.version, effectiveOn: news.effectiveOn, link };
			const speak = (name: string): Letter => ({
				subject: t(`${kind}.subject`, values),
				text: `${t(`${kind}.text`, { ...values, name })}\n\n${t("footer")}\n`,
			});
			return [locale, speak] as const;
		}),
	);
	return Object.fromEntries(entries) as Record<Locale, (name: string) => Letter>;
}
