import "server-only";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import type { ExclusiveRow, SoldExclusive } from "@/lib/domains/playbook/types/channel";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Scope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

const ROW = Prisma.sql`
	SELECT e.id, e.brand_id AS "brandId", e.shop_id AS "shopId", coalesce(s.name, s.code) AS "shopName",
	       e.product_id AS "productId", e.name, e.stage::text, e.on_sale_from::text AS "onSaleFrom",
	       e.on_sale_to::text AS "onSaleTo", e.version, e.moved_by_name AS "movedByName", e.moved_at AS "movedAt"
	  FROM exclusive_products e JOIN brands b ON b.id = e.brand_id JOIN shops s ON s.id = e.shop_id`;

/** A product made for the channel; null where it does not exist for the scope. */
export async function findExclusive(scope: Scope, id: string, tx: Tx = db()): Promise<ExclusiveRow | null> {
	const [found] = await tx.$queryRaw<ExclusiveRow[]>`${ROW} WHERE e.id = ${id} AND ${brandsOf(scope)}`;
	return found ?? null;
}

/** A brand's products made for the channel, newest first, with what each sold in `[from, to]` while it was on sale. */
export function listExclusives(
	scope: Scope,
	brandId: string,
	{ from, to }: { from: Day; to: Day },
): Promise<SoldExclusive[]> {
	return db().$queryRaw<SoldExclusive[]>`
		SELECT x.*, coalesce((
		         SELECT sum(d.paid_fen - d.refunded_fen) FROM playbook_product_days d
		          WHERE d.shop_id = x."shopId" AND d.product_id = x."productId" AND d.day BETWEEN ${from}::date AND ${to}::date
		            AND d.day >= x."onSaleFrom"::date AND (x."onSaleTo" IS NULL OR d.day < x."onSaleTo"::date)), 0)::bigint AS "netFen"
		  FROM (${ROW} WHERE e.brand_id = ${brandId} AND ${brandsOf(scope)} ORDER BY e.created_at DESC, e.id LIMIT 200) x`;
}

/** The brand's shops, for whom a product may be made. */
export function listBrandShops(scope: Scope, brandId: string): Promise<{ id: number; name: string }[]> {
	return db()
		.$queryRaw`SELECT s.id, coalesce(s.name, s.code) AS name FROM shops s JOIN brands b ON b.id = s.brand_id
		WHERE b.id = ${brandId} AND ${brandsOf(scope)} ORDER BY 2, 1`;
}
