import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { TextReader } from "@/lib/domains/gmv/mutations/decode-text";
import { toImportFailure } from "@/lib/domains/gmv/mutations/import-failure";
import type { ImportOutcome } from "@/lib/domains/gmv/mutations/import-file";
import { LineChecker } from "@/lib/domains/gmv/mutations/line-checker";
import { readText } from "@/lib/domains/gmv/mutations/read-text";
import { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import { orderLineFeed } from "@/lib/domains/gmv/rules/feeds";
import { pool } from "@/lib/platform/db/pool";
import { toGb18030 } from "@/tests/factories/gb18030";
import { importText, orderFile, orderHeader, orderLine, readRejections } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";

/** `FUZZ=10000` reads as many damaged files; one in ten, or `FUZZ_IMPORTS` of them, go on into the database. */
const files = Number(process.env.FUZZ ?? 2_000);
const imports = Number(process.env.FUZZ_IMPORTS ?? Math.round(files / 10));
const timeout = 60_000 + files * 60 + imports * 400;
/** The tables are emptied after so many, lest looking at them takes longer than filling them. */
const FILES_BETWEEN = 100;

const count = 30;
const lineAt = (index: number, name: string) =>
	orderLine({ line: index + 1, name, shop: `S${index % 4}`, amount: `${index + 1}.07` });
const good = orderFile(
	Array.from({ length: count }, (_, index) => lineAt(index, index % 3 ? "杯子" : '"杯, ""大""\n号"')),
);
const plain = orderFile(Array.from({ length: count }, (_, index) => lineAt(index, "青瓷茶杯")));
const renamed = plain
	.replace(orderHeader, "订单号,行号,类型,时间,店铺,商品编号,商品名称,买家,数量,金额,渠道")
	.replaceAll(",sale,", ",销售,");

const forms: readonly [Buffer, number][] = [
	Buffer.from(good),
	Buffer.from(good.replaceAll("\n", "\r\n")),
	Buffer.from(`\uFEFF${good}`, "utf16le"),
	Buffer.from(plain.replaceAll(",", "\t")),
	toGb18030(good),
	toGb18030(renamed.replaceAll(",", ";")),
].map((bytes) => [bytes, bytes.indexOf("\n") + 1]);

const junk = fc.oneof(
	fc
		.constantFrom(
			...['"', '""', ",", ",,,", ";", "\t", ";;;;", "\n", "\r\n", "\r", "\0", "\uFEFF", "\uFFFD", "😀"],
			...[
				"=cmd|' /C calc'!A0",
				"+1+1",
				"@SUM(A1)",
				"-1",
				"1e9",
				"1,000.00",
				"１０",
				"NaN",
				"2026-02-30",
				"销售",
			],
		)
		.map((text) => Buffer.from(text)),
	fc.constantFrom(
		Buffer.from([0xff]),
		Buffer.from([0x81, 0x30]),
		toGb18030("青瓷"),
		Buffer.from("瓷", "utf16le"),
	),
	fc.string({ maxLength: 30 }).map((text) => Buffer.from(text)),
	fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
);
const huge = fc.integer({ min: 1, max: 3 }).map((times) => Buffer.from("9".repeat(times * 40_000)));

type Change = { at: number; cut: number; put: Buffer };
const change: fc.Arbitrary<Change> = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	cut: fc.oneof({ weight: 9, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(3_000) }),
	put: fc.oneof(
		{ weight: 40, arbitrary: junk },
		{ weight: 1, arbitrary: huge },
		fc.constant(Buffer.alloc(0)),
	),
});
const damage = fc.array(change, { minLength: 1, maxLength: 4 });

function harm(bytes: Buffer, changes: readonly Change[], offset: number): Buffer {
	return changes.reduce((now, { at, cut, put }) => {
		const position = Math.floor(offset + at * Math.max(0, now.length - offset));
		return Buffer.concat([now.subarray(0, position), put, now.subarray(position + cut)]);
	}, bytes);
}

let tried = 0;
beforeEach(emptyGmv);

type Facts = { lines: number; fen: bigint };
async function readFacts(batchId: string): Promise<Facts | undefined> {
	const { rows } = await pool().query<Facts>(
		`SELECT count(*)::int AS lines, coalesce(sum(CASE type WHEN 'sale' THEN amount_fen ELSE -amount_fen END), 0)::bigint AS fen
		   FROM order_lines WHERE batch_id = $1`,
		[batchId],
	);
	return rows[0];
}

async function readNet(): Promise<bigint> {
	const { rows } = await pool().query<{ fen: bigint }>(
		"SELECT coalesce(sum(paid_fen - refunded_fen), 0)::bigint AS fen FROM gmv_platform_days",
	);
	return rows[0]?.fen ?? 0n;
}

/** Each file comes from a source of its own, so that none meets the lines of another. */
async function importNext(content: Buffer): Promise<{ outcome: ImportOutcome; added: bigint }> {
	tried += 1;
	if (tried % FILES_BETWEEN === 0) await emptyGmv();
	const before = await readNet();
	const outcome = await importText(content, `fuzz-${tried}`);
	return { outcome, added: (await readNet()) - before };
}

/** Every outcome has its reason, the counts add up, and what is there, and in the totals, is what was accepted. */
async function importDamaged(content: Buffer): Promise<void> {
	const { outcome, added } = await importNext(content);
	if (!outcome.ok) {
		expect(["UNEXPECTED", "DATABASE_LOST"]).not.toContain(outcome.reason);
		expect(await readFacts(String(outcome.params?.batchId))).toEqual({ lines: 0, fen: 0n });
		expect(added).toBe(0n);
		return;
	}
	expect(outcome.accepted + outcome.duplicate + outcome.conflict + outcome.rejected).toBe(outcome.lines);
	expect(await readFacts(outcome.batchId)).toEqual({ lines: outcome.accepted, fen: added });
	const reasons = await readRejections(outcome.batchId);
	expect(reasons).toHaveLength(outcome.rejected + outcome.conflict);
	expect(reasons.filter((row) => row.code === "")).toEqual([]);
}

/** The reading side alone: a file is refused with a reason, or each of its lines is a row or has one. */
async function readDamaged(content: Buffer): Promise<void> {
	const text = new TextReader();
	const checker = new LineChecker(
		orderLineFeed,
		{ id: "imp", sourceId: 1 },
		new ShopList(),
		{ latest: "2026-12-31", partners: null },
		text,
	);
	try {
		for await (const piece of readText(Readable.from([content]), () => undefined, text)) checker.push(piece);
		checker.end();
	} catch (error) {
		expect(toImportFailure(error).code).not.toBe("UNEXPECTED");
		return;
	}
	const chunk = checker.takeChunk();
	expect(chunk.rows.rows + checker.rejected).toBe(checker.lines);
	expect(chunk.rejections).toHaveLength(checker.rejected);
}

test(
	"thousands of damaged files are read to their end, each line a row or a reason",
	async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...forms),
				damage,
				fc.integer({ min: 0, max: 3 }),
				async ([bytes, header], changes, where) => {
					await readDamaged(harm(bytes, changes, where === 0 ? 0 : header));
				},
			),
			{ numRuns: files },
		);
	},
	timeout,
);

test("every undamaged form is taken whole", async () => {
	for (const [bytes] of forms) {
		const { outcome, added } = await importNext(bytes);
		expect(outcome).toMatchObject({ ok: true, accepted: count, rejected: 0 });
		expect(added).toBe(BigInt((count * (count + 1) * 100) / 2 + count * 7));
	}
});

test(
	"damaged text never crashes the import and never makes a wrong count or total",
	async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...forms),
				damage,
				fc.integer({ min: 0, max: 3 }),
				async ([bytes, header], changes, where) => {
					await importDamaged(harm(bytes, changes, where === 0 ? 0 : header));
				},
			),
			{ numRuns: Math.round(imports * 0.7) },
		);
	},
	timeout,
);

test(
	"files glued together from pieces of several encodings and separators count what can be read",
	async () => {
		const piece = fc.record({
			form: fc.constantFrom(...forms),
			from: fc.double({ min: 0, max: 1, noNaN: true }),
			length: fc.nat(1_500),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...forms),
				fc.array(piece, { maxLength: 4 }),
				async ([first], pieces) => {
					const rest = pieces.map(({ form: [bytes], from, length }) => {
						const start = Math.floor(from * bytes.length);
						return bytes.subarray(start, start + length);
					});
					await importDamaged(Buffer.concat([first.subarray(0, 900), ...rest]));
				},
			),
			{ numRuns: Math.round(imports * 0.2) },
		);
	},
	timeout,
);

test(
	"damaged archives are refused whole, or their text is",
	async () => {
		const bytes = gzipSync(good);
		await fc.assert(
			fc.asyncProperty(damage, async (changes) => importDamaged(harm(bytes, changes, 0))),
			{ numRuns: Math.max(10, Math.round(imports * 0.05)) },
		);
	},
	timeout,
);

test(
	"random bytes are refused with a reason",
	async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) =>
				importDamaged(Buffer.from(bytes)),
			),
			{ numRuns: Math.max(10, Math.round(imports * 0.05)) },
		);
	},
	timeout,
);
