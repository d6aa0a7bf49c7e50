import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { importOrders } from "@/lib/domains/gmv/mutations/import-file";
import { proveTotals } from "@/lib/domains/gmv/mutations/prove-totals";
import { systemActor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import { type BenchServer, switchTo } from "./database";
import { listQuestions, type Question } from "./growth-questions";
import { arrangeWorld, listShopCodes, type World } from "./growth-world";
import { emptyFacts } from "./import-row";
import { median } from "./measure";
import { type Line, show } from "./table";

const TIMES = 10;
const MEGABYTE = 1024 * 1024;
/** Asked so often in a round; the median of the round counts. */
const ASKED = 9;
/** Most questions take a few milliseconds; so many times the rounds of other rows tell them from the machine's own noise. */
const MORE_ROUNDS = 3;
/** Small imports on either side of the large one. */
const SMALL_IMPORTS = 4;
const EXPONENT = { import: 1.1, query: 0.15 };
const MOST_MEGABYTES = 150;
const MOST_SECONDS = 30;

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
	process.stderr.write(`  import ${JSON.stringify(imported)}\n`);
	return imported;
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

type Place = { url: string; world: World };

async function timeQuestions({ url, world }: Place): Promise<number[]> {
	await switchTo(url);
	const questions: Question[] = await listQuestions(world);
	const medians: number[] = [];
	for (const { ask } of questions) {
		const times: number[] = [];
		for (let time = 0; time < ASKED + 3; time++) {
			const started = performance.now();
			await ask();
			times.push(performance.now() - started);
		}
		medians.push(median(times.slice(3)));
	}
	return medians;
}

/** Both sizes in turn, so that what the machine does meanwhile it does to both. */
async function compareQuestions(small: Place, large: Place, rounds: number): Promise<Growth["queries"]> {
	const results: { small: number[]; large: number[] }[] = [];
	for (let round = 0; round < rounds; round++) {
		const isEven = round % 2 === 0;
		const first = await timeQuestions(isEven ? small : large);
		const second = await timeQuestions(isEven ? large : small);
		results.push(isEven ? { small: first, large: second } : { small: second, large: first });
		process.stderr.write(`  questions, round ${round}\n`);
	}
	await switchTo(large.url);
	const questions = await listQuestions(large.world);
	return questions.map(({ name, isBounded }, at) => {
		const of = (size: "small" | "large") => results.map((result) => result[size][at] ?? Number.NaN);
		const ratio = median(of("large").map((value, round) => value / (of("small")[round] ?? Number.NaN)));
		return {
			name,
			isBounded,
			small: median(of("small")),
			large: median(of("large")),
			exponent: Math.log(ratio) / Math.log(TIMES),
		};
	});
}

export type Growth = {
	lines: [number, number];
	seconds: [number, number];
	exponent: number;
	megabytes: number;
	queries: { name: string; isBounded: boolean; small: number; large: number; exponent: number }[];
	reconcileSeconds: [number, number];
	slowestChecks: { check: string; ms: number }[];
	baselines: Record<string, number>;
};

async function prove() {
	const started = performance.now();
	const { violations, checks } = await proveTotals("bench");
	if (violations.length > 0) throw new Error(`reconcile: ${JSON.stringify(violations[0])}`);
	return { seconds: (performance.now() - started) / 1000, checks };
}

/** A small import takes seconds, the large one minutes: several before and after it meet the same weather. */
async function importSome(file: string): Promise<Imported[]> {
	const some: Imported[] = [];
	for (let time = 0; time < SMALL_IMPORTS; time++) some.push(await importTimes(file, 1));
	return some;
}

/** Half a million lines against five million: time, memory, and what the questions asked of them cost. */
export async function measureGrowth(server: BenchServer, file: string, rounds: number): Promise<Growth> {
	const smallUrl = await server.makeDatabase("windmaker_bench_small");
	await importTimes(file, 1);
	const codes = await listShopCodes();
	const { rows } = await pool().query<{ code: string }>(
		"SELECT code FROM shops s JOIN gmv_shop_days d ON d.shop_id = s.id GROUP BY code ORDER BY sum(paid_fen) DESC LIMIT 1",
	);
	const biggest = rows[0]?.code ?? "";
	await emptyFacts();
	await pool().query("DELETE FROM shops");
	const small = { url: smallUrl, world: await arrangeWorld(codes, biggest) };
	const fewer = await importSome(file);
	const largeUrl = await server.makeDatabase("windmaker_bench_large");
	const large = { url: largeUrl, world: await arrangeWorld(codes, biggest) };
	const most = await importTimes(file, TIMES);
	await pool().query("VACUUM ANALYZE");
	await switchTo(smallUrl);
	fewer.push(...(await importSome(file)));
	await pool().query("VACUUM ANALYZE");
	const proofOfSmall = await prove();
	const queries = await compareQuestions(small, large, rounds * MORE_ROUNDS);
	const proof = await prove();
	const seconds = median(fewer.map((one) => one.seconds));
	return {
		lines: [fewer[0]?.accepted ?? 0, most.accepted],
		seconds: [seconds, most.seconds],
		exponent: Math.log(most.seconds / seconds) / Math.log(TIMES),
		megabytes: most.megabytes,
		queries,
		reconcileSeconds: [proofOfSmall.seconds, proof.seconds],
		slowestChecks: [...proof.checks]
			.sort((a, b) => b.ms - a.ms)
			.slice(0, 6)
			.map(({ check, ms }) => ({ check, ms })),
		baselines: await timeBaselines(),
	};
}

export function describeGrowth(growth: Growth): Line[] {
	const [small, large] = growth.lines.map((value) => `${(value / 1e6).toFixed(1)}M`);
	const spread = `${small} → ${large} lines`;
	const [fewSeconds, manySeconds] = growth.seconds;
	return [
		{
			row: `import, ${spread}: exponent`,
			ours: `${show(manySeconds)} s`,
			reference: `${show(fewSeconds)} s`,
			figure: growth.exponent.toFixed(2),
			bound: `≤ ${EXPONENT.import.toFixed(2)}`,
			met: growth.exponent <= EXPONENT.import,
		},
		{
			row: `import of ${large} lines: memory added to the process`,
			ours: `${growth.megabytes.toFixed(0)} MB`,
			reference: "",
			figure: growth.megabytes.toFixed(0),
			bound: `< ${MOST_MEGABYTES} MB`,
			met: growth.megabytes < MOST_MEGABYTES,
		},
		...growth.queries.map(({ name, isBounded, small: few, large: many, exponent }) => ({
			row: `${name}: exponent`,
			ours: `${show(many)} ms`,
			reference: `${show(few)} ms`,
			figure: exponent.toFixed(2),
			bound: isBounded ? `≤ ${EXPONENT.query.toFixed(2)}` : "",
			met: isBounded ? exponent <= EXPONENT.query : null,
		})),
		{
			row: `reconcile of ${large} lines`,
			ours: `${show(growth.reconcileSeconds[1])} s`,
			reference: `${show(growth.reconcileSeconds[0])} s`,
			figure: growth.reconcileSeconds[1].toFixed(1),
			bound: `≤ ${MOST_SECONDS} s`,
			met: growth.reconcileSeconds[1] <= MOST_SECONDS,
		},
		...Object.entries(growth.baselines).map(([name, value]) => ({
			row: `baseline: ${name}`,
			ours: `${show(value)} rows/s`,
			reference: "",
			figure: "",
			bound: "",
			met: null,
		})),
	];
}
