import type { PoolClient } from "pg";
import { addDays } from "@/lib/platform/time";
import { copyObjects } from "../copy";
import { demoId } from "../identifiers";
import type { DemoPlan } from "../plan";
import { createRandom } from "../random";
import { instantOn } from "../timeline";
import { type Carver, chooseShop, createCarver, type DemoLine, type StoryShop } from "./carve";
import { brandStories } from "./stories";

export const demoOrderSource = "demo-orders";

export type CarvedShop = StoryShop & { readonly carver: Carver };

/** The shops whose single orders are told of, by their position. */
export function planCarving({ brands, shops, timeline }: DemoPlan): ReadonlyMap<number, CarvedShop> {
	const found = brandStories.flatMap((story) => {
		const brand = brands.find(({ name }) => name === story.brand);
		const position = brand ? chooseShop(shops, brand.id) : -1;
		const shop = shops[position];
		if (!shop) return [];
		const told = { position, shop, story };
		return [[position, { ...told, carver: createCarver(timeline, told) }] as const];
	});
	return new Map(found);
}

type Row = DemoLine & { shopId: number; productId: string; productName: string; isExclusive: boolean };

const productId = (shop: { code: string }, product: number) =>
	`${shop.code.slice(-5)}${String(101 + product * 7)}`;

/** Writes the lines as one batch of a feed of its own, and what the import would have written with them. */
export async function writeOrders(
	client: PoolClient,
	{ timeline }: DemoPlan,
	shopIds: readonly number[],
	carved: ReadonlyMap<number, CarvedShop>,
): Promise<number> {
	const { rows: sources } = await client.query<{ id: number }>(
		"INSERT INTO gmv_sources (code, grain, is_demo) VALUES ($1, 'ORDER_LINE', true) RETURNING id",
		[demoOrderSource],
	);
	const source = sources[0]?.id ?? 0;
	const startedAt = instantOn(timeline.today, 2.4);
	const batch = demoId("imp", startedAt, createRandom("order-batch"));
	const rows = [...carved.values()].flatMap(({ position, shop, story, carver }) =>
		carver.lines.map((line): Row => {
			const { name = "", isExclusive = false } = story.products[line.product] ?? {};
			const place = { shopId: shopIds[position] ?? 0, productId: productId(shop, line.product) };
			return { ...line, ...place, productName: name, isExclusive };
		}),
	);
	await copyObjects<Row>(
		client,
		"order_lines",
		{
			source_id: () => source,
			event_id: (row) => row.event,
			line_no: () => 1,
			type: (row) => (row.sale === null ? "sale" : "refund"),
			channel: (row) => row.channel,
			occurred_at: (row) => instantOn(timeline.days[row.day] ?? timeline.today, row.second / 3600),
			day: (row) => timeline.days[row.day] ?? timeline.today,
			shop_id: (row) => row.shopId,
			quantity: () => 1,
			amount_fen: (row) => row.fen,
			product_id: (row) => row.productId,
			product_name: (row) => row.productName,
			buyer_id: (row) => row.buyer,
			streamer_id: (row) => row.streamer,
			is_exclusive: (row) => row.isExclusive,
			sale_event_id: (row) => row.sale,
			batch_id: () => batch,
		},
		rows,
	);
	await client.query(
		`INSERT INTO import_batches (id, source_id, file_name, state, lines, accepted, started_at, finished_at)
		 VALUES ($1, $2, 'order-lines.csv.gz', 'DONE', $3, $3, $4::timestamptz, $4::timestamptz + interval '9 seconds')`,
		[batch, source, rows.length, startedAt],
	);
	await client.query(ROLL_UP, [source, batch]);
	return rows.length;
}

const ROLL_UP = `
	WITH t AS MATERIALIZED (
	  SELECT day, shop_id, channel, coalesce(sum(amount_fen) FILTER (WHERE type = 'sale'), 0) AS paid,
	         coalesce(sum(amount_fen) FILTER (WHERE type = 'refund'), 0) AS refunded, count(*) AS lines
	    FROM order_lines WHERE source_id = $1 GROUP BY 1, 2, 3
	), noted AS (
	  INSERT INTO gmv_shop_day_changes (batch_id, source_id, shop_id, day, channel, paid_fen, refunded_fen)
	  SELECT $2, $1, shop_id, day, channel, paid, refunded FROM t
	)
	INSERT INTO gmv_shop_days (day, shop_id, channel, source_id, paid_fen, refunded_fen, order_lines)
	SELECT day, shop_id, channel, $1, paid, refunded, lines FROM t`;

/** Own live rooms and products made for the channel, of the same brands. */
export async function writeRooms(
	client: PoolClient,
	{ timeline }: DemoPlan,
	shopIds: readonly number[],
	carved: ReadonlyMap<number, CarvedShop>,
): Promise<void> {
	const sessions: object[] = [];
	const exclusives: object[] = [];
	for (const { position, shop, story, carver } of carved.values()) {
		const random = createRandom(`rooms:${shop.code}`);
		for (const { from, to, daysOf28, minutes } of story.live)
			for (let ago = from; ago >= to; ago--) {
				// Spread evenly, and counted from yesterday so that the last 28 days have as many as told.
				if (((ago - 1) * daysOf28) % 28 >= daysOf28) continue;
				const day = addDays(timeline.today, -ago);
				const startedAt = instantOn(day, random.pick([12, 19, 19.5, 20]));
				sessions.push({
					...{ shop_code: shop.code, session_id: `${shop.code}-L${String(ago).padStart(3, "0")}`, day },
					...{ streamer_id: `${story.brand}官方直播间`, kind: "self_live", minutes, started_at: startedAt },
					ended_at: new Date(startedAt.getTime() + minutes * 60_000),
					paid_fen: Math.round((carver.livePaid.get(timeline.days.length - ago) ?? 0) * 0.92),
				});
			}
		story.exclusives.forEach(({ name, stage, product, onSaleFrom, onSaleTo }, index) => {
			exclusives.push({
				...{ id: `exp_demo${shop.code.slice(-5)}${index}`, shop_code: shop.code, shop_id: shopIds[position] },
				...{ product_id: product === undefined ? null : productId(shop, product), name, stage },
				on_sale_from: onSaleFrom === undefined ? null : addDays(timeline.today, -onSaleFrom),
				on_sale_to: onSaleTo === undefined ? null : addDays(timeline.today, -onSaleTo),
				created_at: instantOn(addDays(timeline.today, -(onSaleFrom ?? 20) - 14), 10),
			});
		});
	}
	await client.query(
		`INSERT INTO live_sessions (shop_code, session_id, streamer_id, kind, started_at, ended_at, day, minutes, paid_fen)
		 SELECT shop_code, session_id, streamer_id, kind, started_at, ended_at, day, minutes, paid_fen
		   FROM json_populate_recordset(NULL::live_sessions, $1)`,
		[JSON.stringify(sessions)],
	);
	await client.query(
		`INSERT INTO exclusive_products (id, brand_id, shop_id, product_id, name, stage, on_sale_from, on_sale_to, created_at)
		 SELECT e.id, s.brand_id, e.shop_id, e.product_id, e.name, e.stage, e.on_sale_from, e.on_sale_to, e.created_at
		   FROM json_populate_recordset(NULL::exclusive_products, $1) e JOIN shops s ON s.id = e.shop_id`,
		[JSON.stringify(exclusives)],
	);
}
