import "server-only";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { BrandScope } from "@/lib/platform/session/scope";
import type { DayRange } from "@/lib/platform/time";
import type { BrandOverview, BrandShop } from "./types";

/** The scope's own brand and its shops with their GMV in a period (domain.md §3.4); null while it has no brand record. */
export async function findOwnBrand(scope: BrandScope, period: DayRange): Promise<BrandOverview | null> {
	const brand = await db().brand.findUnique({ where: { organisationId: scope.organisationId } });
	if (!brand) return null;
	const { rows: shops } = await pool().query<BrandShop>(
		`SELECT s.id AS "shopId", s.code, s.name, s.region,
		        coalesce(sum(d.paid_fen), 0)::bigint AS "paidFen",
		        coalesce(sum(d.refunded_fen), 0)::bigint AS "refundedFen",
		        coalesce(sum(d.paid_fen - d.refunded_fen), 0)::bigint AS "netFen"
		   FROM shops s
		   LEFT JOIN gmv_shop_days d ON d.shop_id = s.id AND d.day >= $2 AND d.day < $3
		  WHERE s.brand_id = $1
		  GROUP BY s.id
		  ORDER BY "netFen" DESC, s.id LIMIT 200`,
		[brand.id, period.from, period.to],
	);
	const netFen = shops.reduce((sum, shop) => sum + shop.netFen, 0n);
	return { name: brand.name, kind: brand.kind, category: brand.category, shops, netFen };
}
