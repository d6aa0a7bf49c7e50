import "server-only";
import type { PoolClient } from "pg";
import {
	type NotificationDraft,
	notifyOrganisationsRaw,
	notifyUsersRaw,
} from "@/lib/platform/notifications/notify";
import { idsOf, listStaffRaw } from "@/lib/platform/notifications/staff";
import { routes } from "@/lib/platform/routes/routes";

/** The other leads hear of what waits for them or became of it. */
export async function tellLeads(client: PoolClient, except: string, draft: NotificationDraft): Promise<void> {
	await notifyUsersRaw(client, idsOf(await listStaffRaw(client, ["ops_lead"], { except })), draft);
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
