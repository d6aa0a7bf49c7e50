import "server-only";
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

/** Notifies some users, inside the transaction of the change that causes it. */
export async function notifyUsers(tx: Tx, userIds: readonly string[], draft: NotificationDraft): Promise<void> {
	await tx.notification.createMany({
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
}

/** Notifies every active member of an organisation. */
export async function notifyOrganisation(tx: Tx, organisationId: string, draft: NotificationDraft): Promise<void> {
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
