import "server-only";
import type { PoolClient } from "pg";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { Decision } from "@/lib/domains/tiers/types";
import type { TierOverrideRow } from "@/lib/domains/tiers/types/override";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

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

/** `o` is the override; the reader is the given parameter. */
const rowSql = (user: string) => `SELECT o.id, o.run_id AS "runId", to_char(r.period, 'YYYY-MM') AS period,
		r.status AS "runStatus", o.partner_id AS "partnerId", p.name AS "partnerName", o.organisation_id AS "organisationId",
		o.from_tier AS "fromTier", o.tier, o.reason, o.state, o.proposed_by_id AS "proposedById",
		(SELECT name FROM users WHERE id = o.proposed_by_id) AS "proposedBy", o.proposed_at AS "proposedAt",
		o.decided_by_id AS "decidedById", (SELECT name FROM users WHERE id = o.decided_by_id) AS "decidedBy",
		o.decided_at AS "decidedAt", o.decision_note AS "decisionNote", o.amended_run_id AS "amendedRunId",
		c.receipt_hash AS "receiptHash", c.tier AS "currentTier",
		coalesce(c.receipt_hash <> o.receipt_hash, false) AS "isReceiptNew",
		has_conflict(${user}, o.organisation_id) AS "hasConflict"
	   FROM tier_overrides o JOIN evaluation_runs r ON r.id = o.run_id JOIN partners p ON p.id = o.partner_id
	   LEFT JOIN classifications c ON c.run_id = o.run_id AND c.partner_id = o.partner_id`;

/** What waits for another lead in a run, oldest first. */
export async function listOpenOverrides(scope: PlatformScope, runId: string): Promise<TierOverrideRow[]> {
	const { rows } = await pool().query<TierOverrideRow>(
		`${rowSql("$2")} WHERE o.run_id = $1 AND o.state = 'PROPOSED' ORDER BY o.proposed_at, o.id`,
		[runId, scope.userId],
	);
	return rows;
}

/** Everything that was ever proposed for a partner in a run, or written to it by a correction; newest first. */
export async function listOverridesOf(
	scope: PlatformScope,
	runId: string,
	partnerId: string,
): Promise<TierOverrideRow[]> {
	const { rows } = await pool().query<TierOverrideRow>(
		`${rowSql("$3")} WHERE $1 IN (o.run_id, o.amended_run_id) AND o.partner_id = $2 ORDER BY o.proposed_at DESC, o.id DESC`,
		[runId, partnerId, scope.userId],
	);
	return rows;
}

/** One, held until the caller's transaction ends. */
export async function lockOverride(
	client: PoolClient,
	scope: PlatformScope,
	id: string,
): Promise<TierOverrideRow | null> {
	const { rows } = await client.query<TierOverrideRow>(`${rowSql("$2")} WHERE o.id = $1 FOR UPDATE OF o`, [
		id,
		scope.userId,
	]);
	return rows[0] ?? null;
}

export type VerdictToOverride = {
	readonly organisationId: string;
	readonly receiptHash: string;
	readonly decision: Decision;
	readonly hasConflict: boolean;
	/** A proposal that waits already. */
	readonly isProposed: boolean;
};

/** A partner's verdict in a run; null for a partner that is not in it. */
export async function findVerdictToOverride(
	client: Pick<PoolClient, "query">,
	scope: PlatformScope,
	{ runId, partnerId }: { runId: string; partnerId: string },
): Promise<VerdictToOverride | null> {
	const { rows } = await client.query<VerdictToOverride>(
		`SELECT p.organisation_id AS "organisationId", c.receipt_hash AS "receiptHash", c.receipt -> 'decision' AS decision,
		        has_conflict($3, p.organisation_id) AS "hasConflict",
		        EXISTS (SELECT FROM tier_overrides o
		                 WHERE o.run_id = c.run_id AND o.partner_id = c.partner_id AND o.state = 'PROPOSED') AS "isProposed"
		   FROM classifications c JOIN partners p ON p.id = c.partner_id WHERE c.run_id = $1 AND c.partner_id = $2`,
		[runId, partnerId, scope.userId],
	);
	return rows[0] ?? null;
}
