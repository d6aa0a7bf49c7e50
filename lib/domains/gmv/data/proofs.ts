import "server-only";
import type { Violation } from "@/lib/domains/gmv/data/reconcile";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type Proof = {
	id: string;
	startedAt: Date;
	finishedAt: Date;
	startedBy: string;
	/** How many differences were found; none is a proof. */
	violations: number;
	first: Violation[];
	orderLines: bigint;
	shopDayFacts: bigint;
	batches: bigint;
	firstDay: Day | null;
	lastDay: Day | null;
};

/** The last proofs that rollups, attribution and batches agree with the facts, the newest first. */
export async function listProofs(_scope: PlatformScope, limit = 1): Promise<Proof[]> {
	const { rows } = await pool().query<Proof>(
		`SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", started_by AS "startedBy", violations, first,
		        order_lines AS "orderLines", shop_day_facts AS "shopDayFacts", batches, first_day AS "firstDay", last_day AS "lastDay"
		   FROM reconcile_runs ORDER BY finished_at DESC LIMIT $1`,
		[limit],
	);
	return rows;
}
