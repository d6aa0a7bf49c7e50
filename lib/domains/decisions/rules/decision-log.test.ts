import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOG_FORMAT } from "@/lib/domains/decisions/constants";
import { findProofFault, proveEntry } from "@/lib/domains/decisions/rules/check-proof";
import { hashEntry, makeEntry } from "@/lib/domains/decisions/rules/entry";
import { sha256Hex } from "@/lib/domains/decisions/rules/hash";
import { merklePath, merkleRoot, rootOfPath } from "@/lib/domains/decisions/rules/merkle";
import { checkLogFile } from "@/lib/domains/decisions/rules/read-log-file";
import { emptyLog, hashBlock, type LogHead, sealBlock } from "@/lib/domains/decisions/rules/seal";
import type { DecisionBlock, DecisionEntry, LogRecord, SealedEntry } from "@/lib/domains/decisions/types";

const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000);
const entryOf = (n: number): DecisionEntry =>
	makeEntry(`dec_${String(n).padStart(4, "0")}`, {
		kind: "TIER_VERDICT",
		subjectType: "partner",
		subjectId: `par_${n}`,
		reference: "run_1",
		organisationId: `org_${n}`,
		at: at(n),
		payload: { tier: (n % 5) + 1, movement: "SAME" },
	});

type Log = { block: DecisionBlock; sealed: SealedEntry[] }[];

function makeLog(sizes: readonly number[]): Log {
	let head: LogHead = emptyLog;
	let next = 1;
	return sizes.map((size, i) => {
		const entries = Array.from({ length: size }, () => entryOf(next++));
		const made = sealBlock(head, entries, at(1_000 + i));
		head = made.block;
		return made;
	});
}

function write(log: Log): LogRecord[] {
	const head = log.at(-1)?.block.hash ?? emptyLog.hash;
	const entries = log.reduce((sum, { sealed }) => sum + sealed.length, 0);
	return [
		{
			type: "log",
			format: LOG_FORMAT,
			exportedAt: at(9_999).toISOString(),
			blocks: log.length,
			entries,
			head,
		},
		...log.flatMap(({ block, sealed }): LogRecord[] => [
			{ type: "block", block },
			...sealed.map((entry) => ({ type: "entry" as const, entry })),
		]),
	];
}

const check = (records: readonly LogRecord[], heads: string[] = []) =>
	checkLogFile(
		records.map((record) => JSON.stringify(record)),
		heads,
	);
const headOf = (records: readonly LogRecord[]) => (records[0]?.type === "log" ? records[0].head : "");

test("a log as it was sealed holds, empty or of any sizes, also against an older head", async () => {
	expect(await check(write([]))).toEqual({ entries: 0, blocks: 0, head: emptyLog.hash, fault: null });
	for (const sizes of [[1], [2, 1], [3, 4, 5], [1, 1, 1, 1], [17, 33]]) {
		const log = makeLog(sizes);
		const first = log[0]?.block.hash ?? "";
		expect(await check(write(log), [first, log.at(-1)?.block.hash ?? ""])).toMatchObject({
			blocks: sizes.length,
			entries: sizes.reduce((sum, size) => sum + size),
			fault: null,
		});
	}
});

/** Five blocks of three entries: entries 1–3, 4–6, 7–9, 10–12, 13–15; the head line is line 1, entry 8 is line 12. */
describe("the first thing wrong is named", () => {
	const sizes = [3, 3, 3, 3, 3];
	const lineOfEntry = (records: LogRecord[], n: number) =>
		records.findIndex((record) => record.type === "entry" && record.entry.sequence === n);
	const lineOfBlock = (records: LogRecord[], n: number) =>
		records.findIndex((record) => record.type === "block" && record.block.number === n);
	const editEntry = (records: LogRecord[], n: number, edit: (entry: SealedEntry) => SealedEntry) =>
		records.map((record) =>
			record.type === "entry" && record.entry.sequence === n
				? { ...record, entry: edit(record.entry) }
				: record,
		);
	const rehash = (entry: SealedEntry): SealedEntry => {
		const { hash: _h, sequence: _s, chain: _c, ...content } = entry;
		return { ...entry, hash: hashEntry(content) };
	};
	const lie = (entry: SealedEntry) => ({ ...entry, payload: '{"tier":5}' });
	const editBlock = (records: LogRecord[], n: number, edit: (block: DecisionBlock) => DecisionBlock) =>
		records.map((record) =>
			record.type === "block" && record.block.number === n
				? { ...record, block: edit(record.block) }
				: record,
		);
	const without = (records: LogRecord[], ...lines: number[]) => records.filter((_, i) => !lines.includes(i));
	const swap = (records: LogRecord[], a: number, b: number) => {
		const copy = [...records];
		const [one, other] = [copy[a], copy[b]];
		if (one && other) [copy[a], copy[b]] = [other, one];
		return copy;
	};
	const renumber = (records: LogRecord[], a: number, b: number) =>
		swap(
			editEntry(
				editEntry(records, a, (e) => ({ ...e, sequence: 99 })),
				b,
				(e) => ({ ...e, sequence: a }),
			).map((record) =>
				record.type === "entry" && record.entry.sequence === 99
					? { ...record, entry: { ...record.entry, sequence: b } }
					: record,
			),
			lineOfEntry(records, a),
			lineOfEntry(records, b),
		);

	test.each<[string, (records: LogRecord[]) => LogRecord[], object]>([
		[
			"an entry's payload altered",
			(r) => editEntry(r, 8, lie),
			{ code: "ENTRY_ALTERED", sequence: 8, block: 3, entryId: "dec_0008", line: 12 },
		],
		[
			"whose it is altered",
			(r) => editEntry(r, 8, (e) => ({ ...e, organisationId: "org_other" })),
			{ code: "ENTRY_ALTERED", sequence: 8, entryId: "dec_0008" },
		],
		[
			"an entry and its hash altered",
			(r) => editEntry(r, 8, (e) => rehash(lie(e))),
			{ code: "ENTRY_MISPLACED", sequence: 8, block: 3, entryId: "dec_0008" },
		],
		[
			"two altered: the first is named",
			(r) => editEntry(editEntry(r, 11, lie), 5, lie),
			{ code: "ENTRY_ALTERED", sequence: 5, block: 2 },
		],
		[
			"an entry deleted",
			(r) => without(r, lineOfEntry(r, 8)),
			{ code: "ENTRY_MISSING", sequence: 8, block: 3 },
		],
		[
			"the last entry of a block deleted",
			(r) => without(r, lineOfEntry(r, 9)),
			{ code: "ENTRY_MISSING", sequence: 9, block: 3 },
		],
		[
			"the last entry of the log deleted",
			(r) => without(r, lineOfEntry(r, 15)),
			{ code: "ENTRY_MISSING", sequence: 15, block: 5 },
		],
		[
			"two entries in each other's line",
			(r) => swap(r, lineOfEntry(r, 7), lineOfEntry(r, 8)),
			{ code: "ENTRY_MISSING", sequence: 7, block: 3 },
		],
		[
			"two entries in each other's place, renumbered",
			(r) => renumber(r, 7, 8),
			{ code: "ENTRY_MISPLACED", sequence: 7, block: 3, entryId: "dec_0008" },
		],
		[
			"an entry twice",
			(r) => [...r.slice(0, lineOfEntry(r, 8) + 1), ...r.slice(lineOfEntry(r, 8))],
			{ code: "ENTRY_OUT_OF_ORDER", sequence: 8, block: 3, entryId: "dec_0008" },
		],
		[
			"a block's root altered",
			(r) => editBlock(r, 4, (b) => ({ ...b, merkleRoot: "f".repeat(64) })),
			{ code: "BLOCK_ALTERED", block: 4, sequence: 10 },
		],
		[
			"a block's root altered and its hash made to fit",
			(r) =>
				editBlock(r, 4, (b) => {
					const { hash: _hash, ...content } = { ...b, merkleRoot: "f".repeat(64) };
					return { ...content, hash: hashBlock(content) };
				}),
			{ code: "BLOCK_ALTERED", block: 4, sequence: 10 },
		],
		[
			"a block's time altered and its hash made to fit: the next one no longer links",
			(r) =>
				editBlock(r, 4, (b) => {
					const { hash: _hash, ...content } = { ...b, sealedAt: at(0).toISOString() };
					return { ...content, hash: hashBlock(content) };
				}),
			{ code: "BLOCK_ALTERED", block: 5, sequence: 13 },
		],
		[
			"a block's line deleted",
			(r) => without(r, lineOfBlock(r, 4)),
			{ code: "BLOCK_MISSING", block: 4, sequence: 10, entryId: "dec_0010" },
		],
		[
			"a block deleted with its entries",
			(r) => without(r, ...[0, 1, 2, 3].map((n) => lineOfBlock(r, 3) + n)),
			{ code: "BLOCK_MISSING", block: 3, sequence: 7 },
		],
		[
			"cut in the middle of a block",
			(r) => r.slice(0, lineOfEntry(r, 8)),
			{ code: "ENTRY_MISSING", sequence: 8, block: 3 },
		],
		["cut between blocks", (r) => r.slice(0, lineOfBlock(r, 4)), { code: "LOG_CUT", block: 4, sequence: 10 }],
		["without its head line", (r) => r.slice(1), { code: "UNREADABLE", line: 1 }],
	])("%s", async (_, edit, fault) => {
		const records = write(makeLog(sizes));
		expect((await check(edit(records))).fault).toMatchObject(fault);
	});

	test("cut between blocks with the head line made to fit: an older head tells", async () => {
		const whole = write(makeLog(sizes));
		const cut = write(makeLog(sizes.slice(0, 3)));
		expect((await check(cut)).fault).toBeNull();
		expect((await check(cut, [headOf(whole)])).fault).toMatchObject({
			code: "LOG_CUT",
			block: 4,
			sequence: 10,
		});
	});

	test("rewritten from one entry on with every hash made to fit: an older head tells", async () => {
		const log = makeLog(sizes);
		const known = log[3]?.block.hash ?? "";
		let head: LogHead = log[1]?.block ?? emptyLog;
		const rewritten = log.slice(2).map(({ sealed }, i) => {
			const entries = sealed.map((entry) => (entry.sequence === 8 ? rehash(lie(entry)) : entry));
			const made = sealBlock(head, entries, at(1_002 + i));
			head = made.block;
			return made;
		});
		const records = write([...log.slice(0, 2), ...rewritten]);
		expect((await check(records)).fault).toBeNull();
		expect((await check(records, [known])).fault).toMatchObject({ code: "LOG_CUT" });
	});

	test("any byte of any line", async () => {
		const lines = write(makeLog([4, 2, 5])).map((record) => JSON.stringify(record));
		await fc.assert(
			fc.asyncProperty(fc.nat(), fc.nat(), fc.constantFrom("0", "x", "7"), async (row, column, letter) => {
				const line = lines[row % lines.length] ?? "";
				const place = column % line.length;
				const altered = line.slice(0, place) + letter + line.slice(place + 1);
				if (altered === line) return;
				const copy = lines.with(row % lines.length, altered);
				// When it was exported is said of the file, not of the log.
				const isRemark =
					row % lines.length === 0 &&
					altered.replace(/"exportedAt":"[^"]*"/, "") === line.replace(/"exportedAt":"[^"]*"/, "");
				if (!isRemark) expect((await checkLogFile(copy)).fault, altered).not.toBeNull();
			}),
			{ numRuns: 500 },
		);
	});
});

describe("the Merkle tree", () => {
	const hashes = Array.from({ length: 33 }, (_, i) => sha256Hex(String(i)));

	test("is that of RFC 6962", () => {
		const leaf = (hash: string) => sha256Hex(Buffer.from(`00${hash}`, "hex"));
		const node = (a: string, b: string) => sha256Hex(Buffer.from(`01${a}${b}`, "hex"));
		const [a = "", b = "", c = ""] = hashes;
		expect(merkleRoot([a])).toBe(leaf(a));
		expect(merkleRoot([a, b, c])).toBe(node(node(leaf(a), leaf(b)), leaf(c)));
		expect(() => merkleRoot([])).toThrow("NO_LEAVES");
	});

	test("proves every leaf of every size, and nothing else", () => {
		for (let count = 1; count <= hashes.length; count++) {
			const some = hashes.slice(0, count);
			const root = merkleRoot(some);
			for (const [index, hash] of some.entries()) {
				const path = merklePath(some, index);
				expect(rootOfPath(hash, index, count, path)).toBe(root);
				expect(rootOfPath(sha256Hex("other"), index, count, path)).not.toBe(root);
				if (count > 1) expect(rootOfPath(hash, index, count, path.slice(1))).not.toBe(root);
				expect(rootOfPath(hash, count, count, path)).toBeNull();
			}
		}
	});

	test("a proof stands alone and names what was altered in it", () => {
		const [{ block, sealed } = { block: null, sealed: [] }] = makeLog([7]);
		const entry = sealed[4];
		if (!block || !entry) throw new Error("no block");
		const proof = proveEntry(
			block,
			entry,
			sealed.map((one) => one.hash),
		);
		expect(findProofFault(proof)).toBeNull();
		expect(findProofFault({ ...proof, entry: { ...entry, payload: "{}" } })).toBe("proof.entry.hash");
		expect(findProofFault({ ...proof, block: { ...block, number: 2 } })).toBe("proof.block.hash");
		expect(findProofFault({ ...proof, path: proof.path.slice(1) })).toBe("proof.path");
		expect(findProofFault({ ...proof, entry: { ...entry, sequence: 4 } })).toBe("proof.path");
	});
});

test("an entry takes whole numbers only and says the same whatever the order of its payload", () => {
	const draft = {
		kind: "EXIT",
		subjectType: "exit_case",
		subjectId: "e",
		reference: "EX-1",
		organisationId: null,
		at: at(0),
	} as const;
	expect(() => makeEntry("dec_1", { ...draft, payload: { share: 0.5 } })).toThrow("NOT_CANONICAL");
	const one = makeEntry("dec_1", { ...draft, payload: { a: 1, b: 2 } });
	expect(makeEntry("dec_1", { ...draft, payload: { b: 2, a: 1 } })).toEqual(one);
	expect(makeEntry("dec_2", { ...draft, payload: { a: 1, b: 2 } }).hash).not.toBe(one.hash);
});
