import "server-only";
import { pool } from "@/lib/platform/db/pool";
import { addDays, type Day } from "@/lib/platform/time";

/** Days whose orders tell what an order of a shop is usually worth. */
const days = 90;

export type OrderFigures = { readonly orders: number; readonly meanOrderFen: number };

/** What a shop's orders of the last days were worth; null where its feed tells no single orders. */
export async function readOrderFigures(shopId: number, today: Day): Promise<OrderFigures | null> {
	const { rows } = await pool().query<OrderFigures>(
		`SELECT count(*)::int AS orders, coalesce(round(avg(fen)), 0)::int AS "meanOrderFen"
		   FROM (SELECT sum(amount_fen) AS fen FROM order_lines
		          WHERE shop_id = $1 AND type = 'sale' AND day >= $2::date GROUP BY source_id, event_id) o`,
		[shopId, addDays(today, -days)],
	);
	const [found] = rows;
	return found && found.orders > 0 ? found : null;
}
