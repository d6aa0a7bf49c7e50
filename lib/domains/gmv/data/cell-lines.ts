import "server-only";
import type { ShopView } from "@/lib/domains/gmv/data/shop-view";
import { VISIBLE } from "@/lib/domains/gmv/data/shop-view";
import type { CellLine, CellTotals, DaySummary } from "@/lib/domains/gmv/rules/explorer-view";
import { maskBuyer } from "@/lib/domains/gmv/rules/mask-buyer";
import type { SaleChannel } from "@/lib/domains/gmv/types";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { Day } from "@/lib/platform/time";

export const linesPageSize = 50;

type Key = [at: string, source: number, event: string, line: number];

function parseCursor(text: string): Key | null {
	try {
		const key: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
		if (!Array.isArray(key) || key.length !== 4) return null;
		const [at, source, event, line] = key;
		const isKey = typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof event === "string";
		return isKey && Number.isSafeInteger(source) && Number.isSafeInteger(line)
			? [at, source, event.replaceAll("\0", ""), line]
			: null;
	} catch {
		return null;
	}
}

function toCursor(key: Key): string {
	return Buffer.from(JSON.stringify(key)).toString("base64url");
}

type LineRow = Omit<CellLine, "buyer"> & { sourceId: number; buyerId: string | null };

/** A page of the order lines behind a shop's day, in the order they happened. */
export async function listCellLines(
	reports: ReportReader,
	view: ShopView,
	day: Day,
	channel: SaleChannel | null,
	after: string,
): Promise<{ lines: CellLine[]; next: string | null }> {
	const [at = null, source = null, event = null, line = null] = parseCursor(after) ?? [];
	const { rows } = await reports.query<LineRow>(
		`SELECT g.code AS source, d.source_id AS "sourceId", d.event_id AS "eventId", d.line_no AS "lineNo", d.type, d.channel,
		        d.occurred_at AS "occurredAt", d.product_id AS "productId", d.product_name AS "productName",
		        d.buyer_id AS "buyerId", d.quantity, d.amount_fen AS "amountFen"
		   FROM order_lines d JOIN gmv_sources g ON g.id = d.source_id
		  WHERE d.shop_id = $1 AND d.day = $3 AND ($4::sale_channel IS NULL OR d.channel = $4) AND ${VISIBLE}
		    AND d.occurred_at >= coalesce($5::timestamptz, '-infinity') AND ($5::timestamptz IS NULL
		         OR (d.occurred_at, d.source_id, d.event_id, d.line_no) > ($5::timestamptz, $6::int, $7::text, $8::int))
		  ORDER BY d.occurred_at, d.source_id, d.event_id, d.line_no LIMIT $9`,
		[view.id, view.visibleDays, day, channel, at, source, event, line, linesPageSize + 1],
	);
	const shown = rows.slice(0, linesPageSize);
	const last = rows.length > linesPageSize ? shown.at(-1) : undefined;
	return {
		lines: shown.map(({ sourceId: _, buyerId, ...row }) => ({ ...row, buyer: maskBuyer(buyerId) })),
		next: last ? toCursor([last.occurredAt.toISOString(), last.sourceId, last.eventId, last.lineNo]) : null,
	};
}

export async function listDaySummaries(
	reports: ReportReader,
	view: ShopView,
	day: Day,
	channel: SaleChannel | null,
): Promise<DaySummary[]> {
	const { rows } = await reports.query<DaySummary>(
		`SELECT g.code AS source, d.channel, d.paid_fen AS "paidFen", d.refunded_fen AS "refundedFen",
		        d.sale_orders AS "saleOrders"
		   FROM shop_day_facts d JOIN gmv_sources g ON g.id = d.source_id
		  WHERE d.shop_id = $1 AND d.day = $3 AND ($4::sale_channel IS NULL OR d.channel = $4) AND ${VISIBLE}
		  ORDER BY g.code, d.channel`,
		[view.id, view.visibleDays, day, channel],
	);
	return rows;
}

/** The rollup of the cell and how many order lines it stands for. */
export async function readCellTotals(
	reports: ReportReader,
	view: ShopView,
	day: Day,
	channel: SaleChannel | null,
): Promise<CellTotals> {
	const { rows } = await reports.query<CellTotals>(
		`SELECT coalesce(sum(d.paid_fen), 0)::bigint AS "paidFen", coalesce(sum(d.refunded_fen), 0)::bigint AS "refundedFen",
		        coalesce(sum(d.order_lines), 0)::int AS lines
		   FROM gmv_shop_days d
		  WHERE d.shop_id = $1 AND d.day = $3 AND ($4::sale_channel IS NULL OR d.channel = $4) AND ${VISIBLE}`,
		[view.id, view.visibleDays, day, channel],
	);
	return rows[0] ?? { paidFen: 0n, refundedFen: 0n, lines: 0 };
}
