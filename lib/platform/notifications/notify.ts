import "server-only";
import type { PoolClient } from "pg";
import type { Tx } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";

export type NotificationDraft = {
	/** The effect's own key, such as `application-approved:<application id>`; one row per key and user. */
	key: string;
	/** Message key under `notifications`. */
	kind: string;
	params: Record<string, string | number>;
	href: string;
};

/** Notifies some users, inside the transaction of the change that causes it; answers how many had not been before. */
export async function notifyUsers(
	tx: Tx,
	userIds: readonly string[],
	draft: NotificationDraft,
): Promise<number> {
	const { count } = await tx.notification.createMany({
		data: userIds.map((userId) => ({
			id: newId("ntf"),
			key: `${draft.key}:${userId}`,
			userId,
			kind: draft.kind,
			params: draft.params,
			href: draft.href,
		})),
		skipDuplicates: true,
	});
	return count;
}

/** Notifies every active member of an organisation. */
export async function notifyOrganisation(
	tx: Tx,
	organisationId: string,
	draft: NotificationDraft,
): Promise<void> {
	const members = await tx.membership.findMany({
		where: { organisationId, user: { status: "ACTIVE" } },
		select: { userId: true },
	});
	await notifyUsers(
		tx,
		members.map((member) => member.userId),
		draft,
	);
}

/** Notifies some users in a raw transaction. */
export async function notifyUsersRaw(
	client: PoolClient,
	userIds: readonly string[],
	draft: NotificationDraft,
): Promise<void> {
	const rows = userIds.map((userId) => ({
		id: newId("ntf"),
		key: `${draft.key}:${userId}`,
		user_id: userId,
	}));
	await client.query(
		`INSERT INTO notifications (id, key, user_id, kind, params, href)
		 SELECT id, key, user_id, $2, $3, $4 FROM json_to_recordset($1) AS r(id text, key text, user_id text)
		 ON CONFLICT (key) DO NOTHING`,
		[JSON.stringify(rows), draft.kind, JSON.stringify(draft.params), draft.href],
	);
}

/** Notifies every active member of many organisations, each with its own draft, in two statements of a raw transaction. */
export async function notifyOrganisationsRaw(
	client: PoolClient,
	drafts: ReadonlyMap<string, NotificationDraft>,
): Promise<void> {
	if (drafts.size === 0) return;
	const { rows: members } = await client.query<{ userId: string; organisationId: string }>(
		`SELECT m.user_id AS "userId", m.organisation_id AS "organisationId"
		   FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.organisation_id = ANY($1) AND u.status = 'ACTIVE'`,
		[[...drafts.keys()]],
	);
	const rows = members.flatMap(({ userId, organisationId }) => {
		const draft = drafts.get(organisationId);
		if (!draft) return [];
		const { key, kind, params, href } = draft;
		return [
			{
				id: newId("ntf"),
				key: `${key}:${userId}`,
				user_id: userId,
				organisation_id: organisationId,
				kind,
				params,
				href,
			},
		];
	});
	await client.query(
		`INSERT INTO notifications (id, key, user_id, organisation_id, kind, params, href)
		 SELECT id, key, user_id, organisation_id, kind, params, href
		   FROM json_to_recordset($1) AS r(id text, key text, user_id text, organisation_id text, kind text, params jsonb, href text)
		 ON CONFLICT (key) DO NOTHING`,
		[JSON.stringify(rows)],
	);
}
