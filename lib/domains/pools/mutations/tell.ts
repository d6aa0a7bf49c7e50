import "server-only";
import type { PoolClient } from "pg";
import {
	type NotificationDraft,
	notifyOrganisationsRaw,
	notifyUsersRaw,
} from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

/** The other leads hear of what waits for them or became of it. */
export async function tellLeads(client: PoolClient, except: string, draft: NotificationDraft): Promise<void> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT DISTINCT u.id FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead' AND u.id <> $1`,
		[except],
	);
	if (rows.length > 0)
		await notifyUsersRaw(
			client,
			rows.map((row) => row.id),
			draft,
		);
}

export function tellPartner(
	client: PoolClient,
	organisationId: string,
	draft: Omit<NotificationDraft, "href">,
): Promise<void> {
	return notifyOrganisationsRaw(
		client,
		new Map([[organisationId, { ...draft, href: routes.partner.pools() }]]),
	);
}
