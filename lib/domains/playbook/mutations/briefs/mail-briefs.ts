import "server-only";
import type { PoolClient } from "pg";
import { sayBrief, sayHeadline } from "@/lib/domains/playbook/rules/say-brief";
import type { Brief } from "@/lib/domains/playbook/types/brief";
import { defaultLocale, isLocale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import { routes } from "@/lib/platform/routes/routes";

type Reader = Recipient & { brandId: string };

/** Active people of the brands who did not switch the mail off. */
async function listReaders(client: PoolClient, brandIds: readonly string[]): Promise<Reader[]> {
	const { rows } = await client.query<Reader>(
		`SELECT u.id, u.email, u.name, u.locale, b.id AS "brandId"
		   FROM brands b JOIN memberships m ON m.organisation_id = b.organisation_id JOIN users u ON u.id = m.user_id
		  WHERE b.id = ANY($1) AND u.status = 'ACTIVE'
		    AND NOT EXISTS (SELECT FROM playbook_brief_silences s WHERE s.brand_id = b.id AND s.user_id = u.id)
		  ORDER BY u.id`,
		[brandIds],
	);
	return rows;
}

export async function mailBriefs(
	client: PoolClient,
	brands: readonly { id: string; name: string }[],
	briefs: ReadonlyMap<string, Brief>,
): Promise<void> {
	const readers = await listReaders(client, [...briefs.keys()]);
	const mails = readers.map(async (reader) => {
		const locale = isLocale(reader.locale) ? reader.locale : defaultLocale;
		const [t, playbook] = await Promise.all([
			createTranslations(locale, "stations"),
			createTranslations(locale, "playbook"),
		]);
		const brief = briefs.get(reader.brandId);
		if (!brief) return [];
		const names = Object.fromEntries(
			([1, 2, 3, 4, 5] as const).map((step) => [step, playbook(`step.${step}`)]),
		);
		const values = {
			brand: brands.find(({ id }) => id === reader.brandId)?.name ?? "",
			headline: sayHeadline(t, brief),
			body: sayBrief(t, brief, names, locale),
		};
		const key = `playbookBrief:${reader.brandId}:${brief.week}`;
		return [
			await composeMail(reader, { key, kind: "playbookBrief", values, href: routes.brand.brief(brief.week) }),
		];
	});
	await enqueueMailsRaw(client, (await Promise.all(mails)).flat());
}
