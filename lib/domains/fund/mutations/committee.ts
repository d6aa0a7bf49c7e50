import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import type { Outcome } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** Makes these people the committee; votes that were given stand. Whoever does not work on the fund is left out. */
export function setCommittee(
	scope: PlatformScope,
	{ userIds }: { userIds: readonly string[] },
): Promise<Outcome<{ members: number }>> {
	grant(scope, "fund.decide");
	return inRawOutcomeTransaction<{ members: number }>(async (client) => {
		const { rows: before } = await client.query<{ id: string }>(
			"SELECT user_id AS id FROM fund_members ORDER BY user_id FOR UPDATE",
		);
		await client.query("DELETE FROM fund_members WHERE NOT user_id = ANY($1)", [userIds]);
		await client.query(
			`INSERT INTO fund_members (user_id, added_by_id, added_at)
			 SELECT DISTINCT u.id, $2, pool_now() FROM users u JOIN memberships m ON m.user_id = u.id
			  WHERE u.id = ANY($1) AND u.status = 'ACTIVE' AND m.role IN ('ops_reviewer', 'ops_lead')
			 ON CONFLICT DO NOTHING`,
			[userIds, scope.userId],
		);
		const { rows: after } = await client.query<{ id: string }>(
			"SELECT user_id AS id FROM fund_members ORDER BY user_id",
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "fund.committee",
			subjectType: "fund_committee",
			subjectId: "committee",
			before: { members: before.map(({ id }) => id) },
			after: { members: after.map(({ id }) => id) },
		});
		return { ok: true, members: after.length };
	});
}
