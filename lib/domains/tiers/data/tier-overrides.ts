import "server-only";
import type { PoolClient } from "pg";
import type { TierLevel } from "@/lib/domains/tiers/constants";

/** A proposal as far as the receipt needs it. */
export type OverrideToApply = {
	readonly runId: string;
	readonly partnerId: string;
	readonly organisationId: string;
	readonly tier: TierLevel;
	readonly reason: string;
	readonly proposedById: string;
	readonly proposedBy: string;
};

/** A proposal that waits; null for one that was answered, or does not exist. */
export async function findOverrideToApply(
	client: Pick<PoolClient, "query">,
	id: string,
): Promise<OverrideToApply | null> {
	const { rows } = await client.query<OverrideToApply>(
		`SELECT o.run_id AS "runId", o.partner_id AS "partnerId", o.organisation_id AS "organisationId", o.tier, o.reason,
		        o.proposed_by_id AS "proposedById", u.name AS "proposedBy"
		   FROM tier_overrides o JOIN users u ON u.id = o.proposed_by_id WHERE o.id = $1 AND o.state = 'PROPOSED'`,
		[id],
	);
	return rows[0] ?? null;
}
