import "server-only";
import type { BrandOverview, BrandShop } from "@/lib/domains/playbook/types/own-brand";
import { pool } from "@/lib/platform/db/pool";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { BrandScope } from "@/lib/platform/session/scope";
import type { DayRange } from "@/lib/platform/time";

type Sums = { shopId: number; paidFen: bigint; refundedFen: bigint };
type Found = Pick<BrandOverview, "kind" | "category"> & { brandName: string } & Pick<
		BrandShop,
		"code" | "name" | "region"
	> & {
		/** Null for a brand without a shop. */
		shopId: number | null;
	};

/**
 * The scope's own brand and its shops with their GMV in a period (domain.md §3.4); null while it has no brand record. Which
 * shops are its own is for the primary to say.
 */
export async function findOwnBrand(
	reports: ReportReader,
	scope: BrandScope,
	period: DayRange,
): Promise<BrandOverview | null> {
	const { rows: found } = await pool().query<Found>(
		`SELECT b.name AS "brandName", b.kind, b.category, s.id AS "shopId", s.code, s.name, s.region
		   FROM brands b LEFT JOIN shops s ON s.brand_id = b.id WHERE b.organisation_id = $1`,
		[scope.organisationId],
	);
	const [brand] = found;
	if (!brand) return null;
	const own = found.flatMap(({ shopId, code, name, region }) =>
		shopId === null ? [] : [{ shopId, code, name, region }],
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
		.sort((a, b) => (a.netFen === b.netFen ? a.shopId - b.shopId : a.netFen > b.netFen ? -1 : 1));
	const netFen = shops.reduce((sum, shop) => sum + shop.netFen, 0n);
	return { name: brand.brandName, kind: brand.kind, category: brand.category, shops, netFen };
}
