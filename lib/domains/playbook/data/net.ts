import "server-only";
import { pool } from "@/lib/platform/db/pool";
import type { BrandScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** Net GMV of the scope's own brand on two days, all its shops and channels. */
export async function readNetOf(scope: BrandScope, days: readonly [Day, Day]): Promise<[bigint, bigint]> {
	const { rows } = await pool().query<{ day: Day; netFen: bigint }>(
		`SELECT d.day::text AS day, sum(d.paid_fen - d.refunded_fen)::bigint AS "netFen"
		   FROM gmv_shop_days d JOIN shops s ON s.id = d.shop_id JOIN brands b ON b.id = s.brand_id
		  WHERE b.organisation_id = $1 AND d.day = ANY($2::date[]) GROUP BY d.day`,
		[scope.organisationId, days],
	);
	const netOf = (day: Day) => BigInt(rows.find((row) => row.day === day)?.netFen ?? 0n);
	return [netOf(days[0]), netOf(days[1])];
}
