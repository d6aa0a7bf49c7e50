import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { importText, orderFile, orderLine, readRejections } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";

const good = orderFile(
	Array.from({ length: 30 }, (_, index) =>
		orderLine({ line: index + 1, name: index % 3 ? "杯子" : '"杯, ""大""\n号"', shop: `S${index % 4}` }),
	),
);

const junk = fc.oneof(
	fc.constantFrom(
		'"',
		'""',
		",",
		",,,",
		"\n",
		"\r\n",
		"\r",
		"\0",
		"\uFEFF",
		"=cmd|' /C calc'!A0",
		"-1",
		"1e9",
		"😀",
		"\uFFFD",
	),
	fc.string({ maxLength: 30 }),
	fc.integer({ min: 1, max: 3 }).map((times) => "9".repeat(times * 40_000)),
);

const damage = fc.array(
	fc.record({
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		cut: fc.nat(12),
		put: fc.option(junk, { nil: "" }),
	}),
	{ minLength: 1, maxLength: 4 },
);

function harm(
	bytes: Buffer,
	changes: { at: number; cut: number; put: string | null }[],
	offset: number,
): Buffer {
	return changes.reduce((now, { at, cut, put }) => {
		const position = Math.floor(offset + at * (now.length - offset));
		return Buffer.concat([now.subarray(0, position), Buffer.from(put ?? ""), now.subarray(position + cut)]);
	}, bytes);
}

/** Every outcome has its reason, the counts add up, and what is there is what was counted. */
async function importDamaged(content: Buffer): Promise<void> {
	await emptyGmv();
	const outcome = await importText(content);
	const { rows } = await pool().query<{ lines: number; fen: bigint }>(
		"SELECT count(*)::int AS lines, coalesce(sum(amount_fen), 0)::bigint AS fen FROM order_lines",
	);
	const facts = rows[0];
	if (!outcome.ok) {
		expect(["UNEXPECTED", "DATABASE_LOST"]).not.toContain(outcome.reason);
		expect(facts?.lines).toBe(0);
		return;
	}
	expect(outcome.accepted + outcome.duplicate + outcome.conflict + outcome.rejected).toBe(outcome.lines);
	expect(facts?.lines).toBe(outcome.accepted);
	expect(await readRejections(outcome.batchId)).toHaveLength(outcome.rejected + outcome.conflict);
}

test("damaged text never crashes the import and never makes a wrong count", async () => {
	const header = good.indexOf("\n") + 1;
	await fc.assert(
		fc.asyncProperty(damage, fc.boolean(), async (changes, alsoHeader) => {
			await importDamaged(harm(Buffer.from(good), changes, alsoHeader ? 0 : header));
		}),
		{ numRuns: 200 },
	);
}, 180_000);

test("damaged archives are refused whole, or their text is", async () => {
	const bytes = gzipSync(good);
	await fc.assert(
		fc.asyncProperty(damage, async (changes) => importDamaged(harm(bytes, changes, 0))),
		{ numRuns: 60 },
	);
}, 120_000);

test("random bytes are refused with a reason", async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => importDamaged(Buffer.from(bytes))),
		{ numRuns: 60 },
	);
}, 120_000);
