import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { importOrders } from "@/lib/domains/gmv/mutations/import-file";
import { systemActor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import type { Comparison } from "./measure";

const PIECE = 1 << 20;

export async function emptyFacts(): Promise<void> {
	await pool().query(
		"TRUNCATE gmv_shop_day_changes, gmv_partner_day_changes, gmv_platform_day_changes, order_lines, order_line_keys, gmv_shop_days, gmv_partner_days, gmv_partner_months, gmv_platform_days, import_rejections, import_batches",
	);
}

/** Seconds of a whole import: unpack, parse, validate, dedupe, insert, roll up, commit. */
async function timeImport(file: string): Promise<{ seconds: number; accepted: number }> {
	await emptyFacts();
	await pool().query("DELETE FROM shops");
	const started = performance.now();
	const outcome = await importOrders({
		stream: createReadStream(file),
		sourceCode: "bench",
		fileName: "orders.csv.gz",
		actor: systemActor("bench"),
	});
	if (!outcome.ok) throw new Error(`the import failed: ${outcome.reason}`);
	return { seconds: (performance.now() - started) / 1000, accepted: outcome.accepted };
}

async function dumpFacts(): Promise<Buffer> {
	const client = await pool().connect();
	try {
		return await buffer(client.query(copyTo("COPY (SELECT * FROM order_lines) TO STDOUT")));
	} finally {
		client.release();
	}
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
	for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/**
 * Seconds of a raw COPY of the same lines into one table with the same columns, checks and indexes: what holds the key
 * exactly once and answers for a shop's day, at its cheapest, without months.
 */
async function timeRawCopy(lines: Buffer): Promise<number> {
	const client = await pool().connect();
	try {
		await client.query("DROP TABLE IF EXISTS bench_raw_lines");
		await client.query(
			`CREATE TABLE bench_raw_lines (LIKE order_lines INCLUDING ALL, PRIMARY KEY (source_id, event_id, line_no))`,
		);
		const started = performance.now();
		await pipeline(Readable.from(piecesOf(lines)), client.query(copyFrom("COPY bench_raw_lines FROM STDIN")));
		return (performance.now() - started) / 1000;
	} finally {
		await client.query("DROP TABLE IF EXISTS bench_raw_lines");
		client.release();
	}
}

/** Import of a file end to end over a raw COPY of what it accepts, in rows a second. */
export async function compareImport(file: string, rounds = 5): Promise<Comparison> {
	const { accepted } = await timeImport(file);
	const lines = await dumpFacts();
	return {
		row: "import end to end ÷ raw COPY, same indexes",
		unit: "rows/s",
		ours: { name: "import", run: async () => accepted / (await timeImport(file)).seconds },
		reference: { name: "raw COPY", run: async () => accepted / (await timeRawCopy(lines)) },
		rounds,
		target: { min: 0.6 },
	};
}
