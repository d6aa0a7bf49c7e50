import type { PoolClient } from "pg";
import { copyLines, copyObjects } from "./copy";
import { demoId } from "./identifiers";
import { type CarvedShop, planCarving } from "./orders/write";
import type { DemoPlan } from "./plan";
import { createRandom } from "./random";
import { buildSalesModel } from "./sales-model";
import { createTally, generateShopDays, type SalesTally } from "./shop-days";
import { instantOn } from "./timeline";

export type Counted = (done: number, total?: number) => void;

const REPORT_EVERY = 20_000;

type MonthBatch = { id: string; month: string; lines: number; startedAt: Date };

/** One batch a month, as the platform's nightly files would have been collected. */
function planBatches({ timeline }: DemoPlan): MonthBatch[] {
	const random = createRandom("batches");
	return timeline.months.map((month) => {
		const last = timeline.days.findLast((day) => day.startsWith(month)) ?? timeline.today;
		const startedAt = instantOn(last, 24 + random.between(2, 3));
		return { id: demoId("imp", startedAt, random), month, lines: 0, startedAt };
	});
}

/** COPY lines of `shop_day_facts`, less the orders that are told singly; counts each batch's lines and tells how far it is. */
function* factLines(
	plan: DemoPlan,
	ids: { source: number; shops: readonly number[] },
	batches: MonthBatch[],
	tally: SalesTally,
	onCount: Counted,
	carved: ReadonlyMap<number, CarvedShop>,
): Generator<string> {
	const { timeline, partners, shops, bindings } = plan;
	const model = buildSalesModel(timeline, partners, shops, bindings);
	const batchOn = timeline.days.map((day) => batches[timeline.months.indexOf(day.slice(0, 7))] as MonthBatch);
	let done = 0;
	for (const row of generateShopDays(timeline, shops, model, tally)) {
		carved.get(row.shop)?.carver.carve(row);
		const batch = batchOn[row.day] as MonthBatch;
		batch.lines++;
		if (++done % REPORT_EVERY === 0) onCount(done);
		yield `${ids.source}\t${ids.shops[row.shop]}\t${timeline.days[row.day]}\t${row.channel}\t${row.paidFen}\t${row.refundedFen}\t${row.saleOrders}\t${batch.id}\n`;
	}
	onCount(done, done);
}

async function writeBatches(
	client: PoolClient,
	source: number,
	batches: readonly MonthBatch[],
): Promise<void> {
	await copyObjects<MonthBatch>(
		client,
		"import_batches",
		{
			id: (batch) => batch.id,
			source_id: () => source,
			file_name: (batch) => `shop-days-${batch.month}.csv.gz`,
			state: () => "DONE",
			lines: (batch) => batch.lines,
			accepted: (batch) => batch.lines,
			started_at: (batch) => batch.startedAt,
			finished_at: (batch) => new Date(batch.startedAt.getTime() + 60 * batch.lines),
		},
		batches,
	);
}

/** Streams the sales of all shops into the facts, and gives back what each partner got of them by month. */
export async function writeSales(
	client: PoolClient,
	plan: DemoPlan,
	ids: { source: number; shops: readonly number[] },
	onCount: Counted,
): Promise<{ tally: SalesTally; rows: number; carved: ReadonlyMap<number, CarvedShop> }> {
	const batches = planBatches(plan);
	const carved = planCarving(plan);
	const tally = createTally(plan.partners.length, plan.timeline.months.length);
	await client.query("SELECT ensure_fact_partitions($1, $2)", [
		plan.timeline.days[0] ?? plan.timeline.today,
		plan.timeline.today,
	]);
	const rows = await copyLines(
		client,
		"shop_day_facts",
		["source_id", "shop_id", "day", "channel", "paid_fen", "refunded_fen", "sale_orders", "batch_id"],
		factLines(plan, ids, batches, tally, onCount, carved),
	);
	await writeBatches(client, ids.source, batches);
	return { tally, rows, carved };
}

/**
 * Takes a table's secondary indexes away while it is filled from empty and builds them afterwards by the definition
 * they had: half the time of keeping them up row by row. A table with rows is in use, and is left as it is.
 */
async function whileUnindexed<T>(client: PoolClient, table: string, fill: () => Promise<T>): Promise<T> {
	const { rows: found } = await client.query(`SELECT FROM ${table} LIMIT 1`);
	if (found.length > 0) return fill();
	const { rows: indexes } = await client.query<{ name: string; definition: string }>(
		`SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
		   FROM pg_index i WHERE i.indrelid = $1::regclass AND NOT i.indisunique`,
		[table],
	);
	for (const index of indexes) await client.query(`DROP INDEX ${index.name}`);
	const result = await fill();
	for (const index of indexes) await client.query(index.definition);
	return result;
}

/** The rollup of facts that come one per shop, day and channel is the facts themselves. */
export async function writeRollup(client: PoolClient, source: number): Promise<void> {
	await whileUnindexed(client, "gmv_shop_days", () =>
		client.query(
			`INSERT INTO gmv_shop_days (day, shop_id, channel, source_id, paid_fen, refunded_fen)
			 SELECT day, shop_id, channel, source_id, paid_fen, refunded_fen
			   FROM shop_day_facts WHERE source_id = $1`,
			[source],
		),
	);
	await client.query("ANALYZE gmv_shop_days, shop_bindings");
}
