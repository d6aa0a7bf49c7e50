import "server-only";
import type { PoolClient } from "pg";
import type { HeldApplication } from "@/lib/domains/fund/mutations/held";
import { findEdge } from "@/lib/domains/fund/rules/transitions";
import type { FundStage } from "@/lib/domains/fund/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { AppError } from "@/lib/platform/errors/errors";

export type StageChange = {
	to: FundStage;
	reason: string;
	actor: Actor;
	/** Columns that go with the move. */
	round?: number;
	policyVersion?: number;
	decision?: { committedFen: bigint; grantId: string } | "DECLINED";
};

/**
 * Takes an application along one edge of the table: compare-and-set, its event and its audit row.
 * @throws AppError ILLEGAL_TRANSITION where there is no such edge, STALE_VERSION where somebody was first
 */
export async function moveStage(
	client: PoolClient,
	held: HeldApplication,
	{ to, reason, actor, round, policyVersion, decision }: StageChange,
): Promise<void> {
	const edge = findEdge(held.stage, to);
	if (!edge) throw new AppError("ILLEGAL_TRANSITION");
	const invested = decision && decision !== "DECLINED" ? decision : null;
	const { rowCount } = await client.query(
		`UPDATE fund_applications SET stage = $4::fund_stage, version = version + 1, stage_since = $5, round = $6,
		        policy_version = $7, decided_by_id = $8, decided_at = CASE WHEN $8::text IS NULL THEN NULL ELSE $5::timestamptz END,
		        decision_reason = CASE WHEN $8::text IS NULL THEN NULL ELSE $9 END, committed_fen = $10, pool_grant_id = $11
		  WHERE id = $1 AND stage = $2::fund_stage AND version = $3`,
		[
			...[held.id, held.stage, held.version, to, held.now],
			...[round ?? held.round, policyVersion ?? held.policyVersion],
			...[decision ? actor.userId : null, reason, invested?.committedFen ?? null, invested?.grantId ?? null],
		],
	);
	if (rowCount !== 1) throw new AppError("STALE_VERSION");
	await client.query(
		`INSERT INTO fund_events (application_id, from_stage, to_stage, actor_user_id, actor_label, at, reason, is_shared)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		[held.id, held.stage, to, actor.userId, actor.label, held.now, reason || null, edge.isShared],
	);
	await recordAuditRaw(client, {
		actor,
		action: `fund.${to.toLowerCase().replace("_", "-")}`,
		subjectType: "fund_application",
		subjectId: held.id,
		organisationId: held.organisationId,
		before: { stage: held.stage, version: held.version },
		after: {
			stage: to,
			version: held.version + 1,
			...(round !== undefined && { round }),
			...(invested && { committedFen: invested.committedFen.toString(), grant: invested.grantId }),
		},
		...(reason && { reason }),
	});
}
