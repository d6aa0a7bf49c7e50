import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { listFreeShops, readAttribution } from "@/lib/domains/gmv/data/free-shops";
import { readMonthsKnownOn } from "@/lib/domains/gmv/data/known-on";
import { importOrders } from "@/lib/domains/gmv/mutations/import-file";
import { proveTotals } from "@/lib/domains/gmv/mutations/prove-totals";
import { systemActor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { emptyFacts } from "./import-row";
import { median } from "./measure";

const TIMES = 10;
const MEGABYTE = 1024 * 1024;

/** A file of orders `times` over, every time with event ids of its own, never whole in memory. */
async function* repeat(file: string, times: number): AsyncGenerator<Buffer> {
	for (let time = 0; time < times; time++) {
		let rest = "";
		let isHeader = true;
		const lead = `g${time}-`;
		const pieces = createReadStream(file).pipe(createGunzip({ chunkSize: 256 * 1024 }));
		pieces.setEncoding("utf8");
		for await (const piece of pieces) {
			const text = rest + piece;
			const end = text.lastIndexOf("\n") + 1;
			rest = text.slice(end);
			const lines = text.slice(0, end).split("\n");
			lines.pop();
			const header = isHeader ? lines.shift() : undefined;
			isHeader = false;
			const start = header !== undefined && time === 0 ? `${header}\n` : "";
			yield Buffer.from(start + lines.map((line) => `${lead}${line}\n`).join(""));
		}
		if (rest) yield Buffer.from(`${lead}${rest}\n`);
	}
}

type Imported = { seconds: number; accepted: number; megabytes: number };

async function importTimes(file: string, times: number): Promise<Imported> {
	await emptyFacts();
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	let most = before;
	const watch = setInterval(() => {
		most = Math.max(most, process.memoryUsage().rss);
	}, 50);
	const started = performance.now();
	const outcome = await importOrders({
		stream: Readable.from(repeat(file, times), { objectMode: false }),
		sourceCode: "bench",
		fileName: "orders.csv",
		actor: systemActor("bench"),
	});
	clearInterval(watch);
	if (!outcome.ok) throw new Error(`the import failed: ${outcome.reason}`);
	const imported = {
		seconds: (performance.now() - started) / 1000,
		accepted: outcome.accepted,
		megabytes: (most - before) / MEGABYTE,
	};
	process.stderr.write(`  ${JSON.stringify(imported)}\n`);
	return imported;
}

// The benchmark asks as operations do; nobody is signed in.
const scope = { kind: "platform", userId: "bench", role: "ops_lead" } as unknown as PlatformScope;

const queries: Record<string, () => Promise<unknown>> = {
	attribution: () => readAttribution(scope),
	"free shops": () => listFreeShops(scope, { q: "", page: 1 }, "2010-12-10"),
	"30 days by shop": () =>
		pool().query(
			`SELECT shop_id, sum(paid_fen - refunded_fen) FROM gmv_shop_days WHERE day >= '2010-11-10' AND day < '2010-12-10'
			  GROUP BY shop_id ORDER BY 2 DESC LIMIT 20`,
		),
	"lines of a cell": () =>
		pool().query(
			`SELECT * FROM order_lines WHERE shop_id = (SELECT min(shop_id) FROM gmv_shop_days) AND day = '2010-11-11' LIMIT 20`,
		),
	"as known on": () => readMonthsKnownOn(new Date(Date.now() - 1000)),
};

async function timeQueries(): Promise<Record<string, number>> {
	await pool().query("VACUUM ANALYZE");
	const result: Record<string, number> = {};
	for (const [name, run] of Object.entries(queries)) {
		const times: number[] = [];
		for (let round = 0; round < 25; round++) {
			const started = performance.now();
			await run();
			times.push(performance.now() - started);
		}
		result[name] = median(times.slice(5));
	}
	return result;
}

/** Lines a second the two ordinary ways, into the same tables. */
async function timeBaselines(): Promise<Record<string, number>> {
	const columns = `source_id, type, channel, occurred_at, day, shop_id, quantity, amount_fen, product_id, product_name, buyer_id,
		batch_id`;
	const { rows } = await pool().query<unknown[]>({
		text: `SELECT ${columns} FROM order_lines_2010_11 LIMIT 20000`,
		rowMode: "array",
	});
	const width = rows[0]?.length ?? 0;
	const insert = async (part: readonly unknown[][], name: string, from: number) => {
		const holes = part.map(
			(_, row) =>
				`(${Array.from({ length: width + 2 }, (_, at) => `$${row * (width + 2) + at + 1}`).join(", ")})`,
		);
		const values = part.flatMap((row, at) => [...row, `${name}${from + at}`, 1]);
		await pool().query(
			`INSERT INTO order_lines (${columns}, event_id, line_no) VALUES ${holes.join(", ")}`,
			values,
		);
	};
	const time = async (name: string, lines: number, step: number) => {
		const started = performance.now();
		for (let at = 0; at < lines; at += step) await insert(rows.slice(at, at + step), name, at);
		return lines / ((performance.now() - started) / 1000);
	};
	const many = await time("many", rows.length, 1000);
	return { "INSERT of 1,000 rows, as createMany": many, "one by one": await time("one", 1000, 1) };
}

const exponent = (small: number, large: number, times: number) => Math.log(large / small) / Math.log(times);

export type Growth = {
	lines: [number, number];
	seconds: [number, number];
	exponent: number;
	megabytes: number;
	queries: { name: string; small: number; large: number; exponent: number }[];
	reconcileSeconds: number;
	baselines: Record<string, number>;
};

/** Half a million lines against five million: time, memory, and what the questions asked of them cost. */
export async function measureGrowth(file: string, times = TIMES): Promise<Growth> {
	await importTimes(file, 1);
	const small = await importTimes(file, 1);
	const before = await timeQueries();
	const large = await importTimes(file, times);
	const after = await timeQueries();
	const started = performance.now();
	const { violations } = await proveTotals("bench");
	if (violations.length > 0) throw new Error(`reconcile: ${JSON.stringify(violations[0])}`);
	const reconcileSeconds = (performance.now() - started) / 1000;
	return {
		lines: [small.accepted, large.accepted],
		seconds: [small.seconds, large.seconds],
		exponent: exponent(small.seconds, large.seconds, times),
		megabytes: large.megabytes,
		queries: Object.keys(queries).map((name) => ({
			name,
			small: before[name] ?? 0,
			large: after[name] ?? 0,
			exponent: exponent(before[name] ?? 1, after[name] ?? 1, times),
		})),
		reconcileSeconds,
		baselines: await timeBaselines(),
	};
}

export function describeGrowth(growth: Growth): string {
	const { lines, seconds, megabytes } = growth;
	const count = (value: number) => Math.round(value).toLocaleString("en-US");
	const verdict = (isMet: boolean) => (isMet ? "met" : "missed");
	return [
		`import ${count(lines[0])} → ${count(lines[1])} lines: ${seconds[0].toFixed(1)} → ${seconds[1].toFixed(1)} s, exponent ${growth.exponent.toFixed(2)} (≤ 1.10 ${verdict(growth.exponent <= 1.1)})`,
		`memory of the process over it: +${megabytes.toFixed(0)} MB (< 150 ${verdict(megabytes < 150)})`,
		...growth.queries.map(
			(query) =>
				`${query.name}: ${query.small.toFixed(2)} → ${query.large.toFixed(2)} ms, exponent ${query.exponent.toFixed(2)} (≤ 0.15 ${verdict(query.exponent <= 0.15)})`,
		),
		`reconcile of ${count(lines[1])} lines: ${growth.reconcileSeconds.toFixed(1)} s`,
		...Object.entries(growth.baselines).map(([name, value]) => `${name}: ${count(value)} lines/s`),
	].join("\n");
}
