import "server-only";
import type { PoolClient } from "pg";
import type { TierOverrideRow } from "@/lib/domains/tiers/types/override";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Month } from "@/lib/platform/time";

/** Tells every other lead who may answer it that a proposal waits. */
export async function tellLeadsOfOverride(
	client: PoolClient,
	{
		overrideId,
		runId,
		partnerId,
		by,
		period,
	}: { overrideId: string; runId: string; partnerId: string; by: PlatformScope; period: Month },
): Promise<void> {
	const { rows } = await client.query<{ id: string; partner: string }>(
		`SELECT DISTINCT u.id, p.name AS partner FROM memberships m JOIN users u ON u.id = m.user_id
		   JOIN partners p ON p.id = $2
		  WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead' AND u.id <> $1 AND NOT has_conflict(u.id, p.organisation_id)`,
		[by.userId, partnerId],
	);
	const [first] = rows;
	if (!first) return;
	await notifyUsersRaw(
		client,
		rows.map((row) => row.id),
		{
			key: `tierOverrideProposed:${overrideId}`,
			kind: "tierOverrideProposed",
			params: { by: by.userName, partner: first.partner, month: period },
			href: routes.ops.evaluationPartner(runId, partnerId),
		},
	);
}

/** Tells the lead who proposed it what another made of it. */
export function tellProposerOfAnswer(
	client: PoolClient,
	{ id, runId, partnerId, partnerName, proposedById }: TierOverrideRow,
	{ by, decision }: { by: PlatformScope; decision: "CONFIRMED" | "REJECTED" },
): Promise<void> {
	const kind = decision === "CONFIRMED" ? "tierOverrideConfirmed" : "tierOverrideRejected";
	return notifyUsersRaw(client, [proposedById], {
		key: `${kind}:${id}`,
		kind,
		params: { by: by.userName, partner: partnerName },
		href: routes.ops.evaluationPartner(runId, partnerId),
	});
}
