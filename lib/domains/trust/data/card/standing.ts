import "server-only";
import { counterfeitDays } from "@/lib/domains/trust/constants/card";
import type { ShopStanding } from "@/lib/domains/trust/types/card";
import type { Tx } from "@/lib/platform/db/client";

/** What a shop's eligibility is judged by, at a moment. */
export async function readStanding(tx: Tx, shopId: number, now: Date): Promise<ShopStanding> {
	const [row] = await tx.$queryRaw<ShopStanding[]>`
		SELECT coalesce((SELECT balance_fen FROM trust_accounts WHERE shop_id = ${shopId}), 0)::bigint AS "depositFen",
		       (SELECT count(*)::int FROM trust_claims WHERE shop_id = ${shopId} AND payment_state = 'QUEUED' AND payer = 'SHOP') AS queued,
		       (SELECT count(*)::int FROM trust_claims WHERE shop_id = ${shopId} AND guarantee = 'TENFOLD_COMPENSATION'
		           AND outcome = 'GRANTED' AND decided_at > ${now}::timestamptz - make_interval(days => ${counterfeitDays}::int)) AS counterfeits,
		       ARRAY(SELECT guarantee::text FROM trust_suspensions WHERE shop_id = ${shopId} AND from_at <= ${now}
		           AND (to_at IS NULL OR ${now} < to_at)) AS suspended`;
	return row ?? { depositFen: 0n, queued: 0, counterfeits: 0, suspended: [] };
}
