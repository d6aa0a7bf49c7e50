import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { keyRoleOf } from "../policy/membership";
import type { OrganisationKind } from "../types";

/**
 * Whether an organisation still has an active holder of its key role when a person is left out. Locks the organisation's
 * row first: of two owners who remove each other at the same moment, the second sees what the first did.
 */
export async function keepsKeyRole(
	tx: Tx,
	organisation: { id: string; kind: OrganisationKind },
	withoutUserId: string,
): Promise<boolean> {
	await tx.$executeRaw`SELECT id FROM organisations WHERE id = ${organisation.id} FOR NO KEY UPDATE`;
	const others = await tx.membership.count({
		where: {
			organisationId: organisation.id,
			role: keyRoleOf(organisation.kind),
			userId: { not: withoutUserId },
			user: { status: "ACTIVE" },
		},
	});
	return others > 0;
}
