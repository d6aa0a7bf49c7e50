import "server-only";
import type { PoolClient } from "pg";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import { notifyOrganisationsRaw } from "./notify";

export type OrganisationNews = {
	/** The effect's own key. */
	key: string;
	/** Message key under `notifications` and, with `subject` and `text`, under `mail`. */
	kind: string;
	values: Record<string, string | number>;
	href: string;
};

/** Everybody of an organisation hears of it in the portal, those who answer for the organisation by mail as well. */
export async function tellOrganisationRaw(
	client: PoolClient,
	organisationId: string,
	news: OrganisationNews,
): Promise<void> {
	const { key, kind, values: params, href } = news;
	await notifyOrganisationsRaw(client, new Map([[organisationId, { key, kind, params, href }]]));
	const { rows } = await client.query<Recipient>(
		`SELECT u.id, u.email, u.name, u.locale FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.organisation_id = $1 AND m.role IN ('partner_owner', 'brand_manager') AND u.status = 'ACTIVE'`,
		[organisationId],
	);
	await enqueueMailsRaw(client, await Promise.all(rows.map((reader) => composeMail(reader, news))));
}
