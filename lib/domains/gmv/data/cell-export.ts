import "server-only";
import { type ShopView, VISIBLE } from "@/lib/domains/gmv/data/shop-view";
import type { CellLine } from "@/lib/domains/gmv/rules/explorer-view";
import { maskBuyer } from "@/lib/domains/gmv/rules/mask-buyer";
import type { SaleChannel } from "@/lib/domains/gmv/types";
import { readInSteps } from "@/lib/platform/db/read-in-steps";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { Day } from "@/lib/platform/time";

/** Every order line behind a shop's day in the order they happened, through a cursor; buyers are masked as on the page. */
export async function* streamCellLines(
	reports: ReportReader,
	view: ShopView,
	day: Day,
	channel: SaleChannel | null,
): AsyncGenerator<CellLine[]> {
	const steps = readInSteps<CellLine>(
		reports,
		`SELECT g.code AS source, d.event_id AS "eventId", d.line_no AS "lineNo", d.type, d.channel,
		        d.occurred_at AS "occurredAt", d.product_id AS "productId", d.product_name AS "productName",
		        d.buyer_id AS buyer, d.quantity, d.amount_fen AS "amountFen"
		   FROM order_lines d JOIN gmv_sources g ON g.id = d.source_id
		  WHERE d.shop_id = $1 AND d.day = $3 AND ($4::sale_channel IS NULL OR d.channel = $4) AND ${VISIBLE}
		  ORDER BY d.occurred_at, d.source_id, d.event_id, d.line_no`,
		[view.id, view.visibleDays, day, channel],
	);
	for await (const rows of steps) yield rows.map((row) => ({ ...row, buyer: maskBuyer(row.buyer) }));
}
