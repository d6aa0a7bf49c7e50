import "server-only";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import type { ConnectedShop } from "@/lib/domains/playbook/types/own-brand";
import { db } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";
import type { Day, DayRange } from "@/lib/platform/time";

/** A brand's shops with the partners that have them on a day, their net GMV over `period`, and whether they may still go. */
export function listConnectedShops(
	scope: Scope,
	brandId: string,
	{ today, period }: { today: Day; period: DayRange },
): Promise<ConnectedShop[]> {
	return db().$queryRaw<ConnectedShop[]>`
		SELECT s.id, s.code, s.name, s.region, shop_keeps_brand(s.id) AS "isKept", coalesce(h.partners, '{}') AS partners,
		       coalesce(g.fen, 0)::bigint AS "netFen"
		  FROM shops s JOIN brands b ON b.id = s.brand_id
		  LEFT JOIN LATERAL (
		    SELECT array_agg(DISTINCT p.name) AS partners FROM shop_bindings x JOIN partners p ON p.id = x.partner_id
		     WHERE x.shop_id = s.id AND x.status = 'CONFIRMED' AND x.from_day <= ${today}::date
		       AND (x.to_day IS NULL OR ${today}::date < x.to_day)) h ON true
		  LEFT JOIN LATERAL (
		    SELECT sum(d.paid_fen - d.refunded_fen) AS fen FROM gmv_shop_days d
		     WHERE d.shop_id = s.id AND d.day >= ${period.from}::date AND d.day < ${period.to}::date) g ON true
		 WHERE b.id = ${brandId} AND ${brandsOf(scope)} ORDER BY 7 DESC, s.code`;
}
