import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { type ImportOutcome, importOrders, importShopDays } from "@/lib/domains/gmv/mutations/import-file";
import { systemActor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";

export const orderHeader =
	"event_id,line_no,type,occurred_at,shop_id,product_id,product_name,buyer_id,quantity,amount,channel";

export type OrderValues = Partial<{
	event: string;
	line: number | string;
	type: string;
	at: string;
	shop: string;
	product: string;
	name: string;
	buyer: string;
	quantity: number | string;
	amount: string;
	channel: string;
}>;

/** One line of an order file; a good one unless told otherwise. */
export function orderLine(values: OrderValues = {}): string {
	const { event = "E1", line = 1, type = "sale", at = "2026-03-01 10:00:00", shop = "S-1" } = values;
	const {
		product = "P1",
		name = "杯子",
		buyer = "B1",
		quantity = 1,
		amount = "10.00",
		channel = "other",
	} = values;
	return [event, line, type, at, shop, product, name, buyer, quantity, amount, channel].join(",");
}

export function orderFile(lines: readonly string[]): string {
	return `${[orderHeader, ...lines].join("\n")}\n`;
}

function streamOf(content: string | Buffer): Readable {
	const bytes = typeof content === "string" ? Buffer.from(content) : content;
	const pieces: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += 1000) pieces.push(bytes.subarray(at, at + 1000));
	return Readable.from(pieces.length > 0 ? pieces : [Buffer.alloc(0)]);
}

export function importText(content: string | Buffer, source = "test-orders"): Promise<ImportOutcome> {
	return importOrders({
		stream: streamOf(content),
		sourceCode: source,
		fileName: "orders.csv",
		actor: systemActor("test"),
	});
}

export function importShopDayText(content: string, source = "test-days"): Promise<ImportOutcome> {
	return importShopDays({
		stream: streamOf(content),
		sourceCode: source,
		fileName: "days.csv",
		actor: systemActor("test"),
	});
}

const fixtures = new URL("../fixtures/", import.meta.url);
export const sampleOrders = gzipSync(readFileSync(new URL("orders-sample.csv", fixtures)));
export const sampleExpected = JSON.parse(
	readFileSync(new URL("orders-sample.expected.json", fixtures), "utf8"),
);

export type PlatformTotal = { paid: bigint; refunded: bigint; unattributed: bigint };

/** What the rollups say of the platform. */
export async function readPlatformTotal(): Promise<PlatformTotal> {
	const { rows } = await pool().query<PlatformTotal>(
		`SELECT coalesce(sum(paid_fen), 0)::bigint AS paid, coalesce(sum(refunded_fen), 0)::bigint AS refunded,
		        coalesce(sum(unattributed_paid_fen - unattributed_refunded_fen), 0)::bigint AS unattributed
		   FROM gmv_platform_days`,
	);
	return rows[0] as PlatformTotal;
}

export async function readRejections(batchId: string) {
	const { rows } = await pool().query<{ line: number; column: string; value: string; code: string }>(
		`SELECT line_number AS line, "column", value, code FROM import_rejections WHERE batch_id = $1 ORDER BY line_number`,
		[batchId],
	);
	return rows;
}

/** Attributed net GMV of a partner over all days and tracks, in fen. */
export async function readPartnerNet(partnerId: string): Promise<bigint> {
	const { rows } = await pool().query<{ net: bigint }>(
		"SELECT coalesce(sum(paid_fen - refunded_fen), 0)::bigint AS net FROM gmv_partner_days WHERE partner_id = $1",
		[partnerId],
	);
	return rows[0]?.net ?? 0n;
}
