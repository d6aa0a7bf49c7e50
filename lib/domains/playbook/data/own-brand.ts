import "server-only";
import type { BrandOverview, BrandShop } from "@/lib/domains/playbook/types/own-brand";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { BrandScope } from "@/lib/platform/session/scope";
import type { DayRange } from "@/lib/platform/time";

type Sums = { shopId: number; paidFen: bigint; refundedFen: bigint };
const SHOWN = 200;

/**
 * The scope's own brand and its shops with their GMV in a period (domain.md §3.4); null while it has no brand record. Which
 * shops are its own is for the primary to say.
 */
export async function findOwnBrand(
	reports: ReportReader,
	scope: BrandScope,
	period: DayRange,
): Promise<BrandOverview | null> {
	const brand = await db().brand.findUnique({ where: { organisationId: scope.organisationId } });
	if (!brand) return null;
	const { rows: own } = await pool().query<Pick<BrandShop, "shopId" | "code" | "name" | "region">>(
		`SELECT id AS "shopId", code, name, region FROM shops WHERE brand_id = $1`,
		[brand.id],
	);
	const { rows: sums } = await reports.query<Sums>(
		`SELECT shop_id AS "shopId", sum(paid_fen)::bigint AS "paidFen", sum(refunded_fen)::bigint AS "refundedFen"
		   FROM gmv_shop_days WHERE shop_id = ANY($1) AND day >= $2 AND day < $3 GROUP BY shop_id`,
		[own.map(({ shopId }) => shopId), period.from, period.to],
	);
	const sumOf = new Map(sums.map((sum) => [sum.shopId, sum]));
	const shops = own
		.map((shop): BrandShop => {
			const { paidFen = 0n, refundedFen = 0n } = sumOf.get(shop.shopId) ?? {};
			return { ...shop, paidFen, refundedFen, netFen: paidFen - refundedFen };
		})
		.sort((a, b) => (a.netFen === b.netFen ? a.shopId - b.shopId : a.netFen > b.netFen ? -1 : 1))
		.slice(0, SHOWN);
	const netFen = shops.reduce((sum, shop) => sum + shop.netFen, 0n);
	return { name: brand.name, kind: brand.kind, category: brand.category, shops, netFen };
}
