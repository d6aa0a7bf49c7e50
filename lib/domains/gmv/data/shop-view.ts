import "server-only";
import { findOwnPartnerId } from "@/lib/domains/gmv/data/bindings";
import type { DayCell, ShopEvent, ShopFacts, ShopSpan } from "@/lib/domains/gmv/rules/explorer-view";
import { pool } from "@/lib/platform/db/pool";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { type Day, type Month, monthRange } from "@/lib/platform/time";

declare const viewBrand: unique symbol;

/**
 * A shop as somebody may see it: the platform every day of it, a partner the days on which the shop is bound to it. Only
 * this file makes one, from a scope, and always from the primary: a replica may not have heard yet of a binding's end.
 */
export type ShopView = {
	readonly [viewBrand]: true;
	readonly ownPartnerId: string | null;
	/** A `datemultirange`; null for every day. */
	readonly visibleDays: string | null;
} & ShopFacts;

/** Days of `d` that a view reaches; $2 is its `visibleDays`. */
export const VISIBLE = "($2::datemultirange IS NULL OR d.day <@ $2::datemultirange)";

const isShopId = (id: number) => Number.isSafeInteger(id) && id >= 1 && id <= 2_147_483_647;

async function readFacts(id: number, visibleDays: string | null): Promise<ShopFacts | null> {
	const { rows } = await pool().query<ShopFacts>(
		`SELECT s.id, s.code, s.name, s.region, s.category, b.name AS brand, g.first AS "firstDay", g.last AS "lastDay"
		   FROM shops s LEFT JOIN brands b ON b.id = s.brand_id
		   CROSS JOIN LATERAL (SELECT min(d.day) AS first, max(d.day) AS last FROM gmv_shop_days d
		     WHERE d.shop_id = s.id AND ${VISIBLE}) g
		  WHERE s.id = $1`,
		[id, visibleDays],
	);
	return rows[0] ?? null;
}

export async function viewShop(_scope: PlatformScope, id: number): Promise<ShopView | null> {
	const facts = isShopId(id) ? await readFacts(id, null) : null;
	return facts && ({ ...facts, ownPartnerId: null, visibleDays: null } as ShopView);
}

/** Null where the shop was never bound to the caller's own partner: for it the shop does not exist. */
export async function viewOwnShop(scope: PartnerScope, id: number): Promise<ShopView | null> {
	const partnerId = isShopId(id) ? await findOwnPartnerId(scope) : null;
	if (!partnerId) return null;
	const { rows } = await pool().query<{ visibleDays: string | null }>(
		`SELECT range_agg(daterange(from_day, to_day))::text AS "visibleDays" FROM shop_bindings
		  WHERE shop_id = $1 AND partner_id = $2 AND status = 'CONFIRMED'`,
		[id, partnerId],
	);
	const visibleDays = rows[0]?.visibleDays ?? null;
	if (visibleDays === null) return null;
	const facts = await readFacts(id, visibleDays);
	return facts && ({ ...facts, ownPartnerId: partnerId, visibleDays } as ShopView);
}

export async function readMonthCells(
	reports: ReportReader,
	view: ShopView,
	month: Month,
): Promise<DayCell[]> {
	const { from, to } = monthRange(month);
	const { rows } = await reports.query<DayCell>(
		`SELECT d.day, d.channel, sum(d.paid_fen)::bigint AS "paidFen", sum(d.refunded_fen)::bigint AS "refundedFen"
		   FROM gmv_shop_days d
		  WHERE d.shop_id = $1 AND d.day >= $3 AND d.day < $4 AND ${VISIBLE}
		  GROUP BY d.day, d.channel ORDER BY d.day DESC, d.channel`,
		[view.id, view.visibleDays, from, to],
	);
	return rows;
}

/** Whether the view reaches a day at all, with GMV or without. */
export async function seesDay(view: ShopView, day: Day): Promise<boolean> {
	const { rowCount } = await pool().query(`SELECT FROM (SELECT $1::date AS day) d WHERE ${VISIBLE}`, [
		day,
		view.visibleDays,
	]);
	return rowCount === 1;
}

/** Who had the shop when, the latest first; a partner's own view holds its own spans only. */
export async function listSpans(view: ShopView): Promise<ShopSpan[]> {
	const { rows } = await pool().query<ShopSpan>(
		`SELECT b.id, b.partner_id AS "partnerId", p.name AS "partnerName", b.track_code AS "trackCode",
		        b.from_day AS "fromDay", b.to_day AS "toDay"
		   FROM shop_bindings b JOIN partners p ON p.id = b.partner_id
		  WHERE b.shop_id = $1 AND b.status = 'CONFIRMED' AND ($2::text IS NULL OR b.partner_id = $2)
		  ORDER BY b.from_day DESC, b.id`,
		[view.id, view.ownPartnerId],
	);
	return rows;
}

const EVENTS_SHOWN = 30;

/** What was done to the shop's bindings, from the audit log, for the platform's staff. */
export async function listShopEvents(_scope: PlatformScope, shopId: number): Promise<ShopEvent[]> {
	const { rows } = await pool().query<ShopEvent>(
		`SELECT a.id::text AS id, a.action, a.at, a.actor_label AS actor, a.reason, p.name AS "partnerName",
		        a.before, a.after
		   FROM audit_entries a JOIN shop_bindings b ON b.id = a.subject_id JOIN partners p ON p.id = b.partner_id
		  WHERE a.subject_type = 'shop_binding' AND b.shop_id = $1
		  ORDER BY a.id DESC LIMIT $2`,
		[shopId, EVENTS_SHOWN],
	);
	return rows;
}
