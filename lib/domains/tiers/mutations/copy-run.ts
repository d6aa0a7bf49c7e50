import "server-only";
import type { PoolClient } from "pg";
import type { AmendableRun } from "@/lib/domains/tiers/data/run-track";
import { writeCause } from "@/lib/domains/tiers/rules/amendment";
import type { AmendmentCause } from "@/lib/domains/tiers/types/amendment";
import type { Actor } from "@/lib/platform/audit/actor";
import { newId } from "@/lib/platform/id/id";
import { monthRange } from "@/lib/platform/time";

/** Opens the run that corrects a final one: a draft with every verdict as it was, and the cause as its reason. Answers its id. */
export async function copyAsCorrection(
	client: PoolClient,
	run: AmendableRun,
	{ actor, now, cause }: { actor: Actor; now: Date; cause: AmendmentCause },
): Promise<string> {
	const id = newId("run");
	const reference = cause.kind === "APPEAL" ? await readNumber(client, cause.id) : cause.id;
	await client.query(
		`INSERT INTO evaluation_runs (id, period, as_of, status, tier_policy_version, force_policy_version, partner_count,
		        corrects_run_id, reason, started_by_id, created_at, computed_at)
		 VALUES ($1, $2, $3, 'DRAFT', $4, $5, $6, $7, $8, $9, $10, $10)`,
		[
			id,
			monthRange(run.period).from,
			run.asOf,
			run.tierPolicy.version,
			run.forcePolicy.version,
			run.partnerCount,
			run.id,
			writeCause({ kind: cause.kind, reference }),
			actor.userId,
			now,
		],
	);
	await client.query(
		`INSERT INTO classifications (run_id, partner_id, track_code, tier, previous_tier, absolute_tier, race_rank,
		        race_score_bps, composite_bps, net_fen, receipt, receipt_hash, percentiles)
		 SELECT $2, partner_id, track_code, tier, previous_tier, absolute_tier, race_rank,
		        race_score_bps, composite_bps, net_fen, receipt, receipt_hash, percentiles
		   FROM classifications WHERE run_id = $1`,
		[run.id, id],
	);
	return id;
}

/** The number people know an appeal by. */
async function readNumber(client: PoolClient, appealId: string): Promise<string> {
	const { rows } = await client.query<{ number: string }>("SELECT number FROM tier_appeals WHERE id = $1", [
		appealId,
	]);
	return rows[0]?.number ?? appealId;
}
