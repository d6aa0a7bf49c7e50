import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { exportLog } from "@/lib/domains/decisions/data/export-log";
import { checkStoredLog } from "@/lib/domains/decisions/data/log-records";
import { appendDecision, appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { checkDecisions } from "@/lib/domains/decisions/mutations/check-decisions";
import { noteExport } from "@/lib/domains/decisions/mutations/note-export";
import { sealDecisions } from "@/lib/domains/decisions/mutations/seal-decisions";
import { checkLogFile } from "@/lib/domains/decisions/rules/read-log-file";
import { systemActor } from "@/lib/platform/audit/actor";
import { inTransaction } from "@/lib/platform/db/client";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { draftOf, emptyDecisionLog, readSequence, sealBlocks, tamper } from "@/tests/factories/decisions";

const now = new Date("2026-06-22T00:00:00Z");
const actor = systemActor("test");

async function exportText(): Promise<string> {
	let text = "";
	for await (const piece of exportLog(now, async () => undefined)) text += piece;
	return text;
}

async function count(table: string): Promise<number> {
	const { rows } = await pool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
	return rows[0]?.n ?? 0;
}

beforeEach(emptyDecisionLog);

describe("writing", () => {
	it("stands or falls with the transaction of the decision", async () => {
		await inTransaction((tx) => appendDecision(tx, draftOf(1)));
		await expect(
			inTransaction(async (tx) => {
				await appendDecision(tx, draftOf(2));
				throw new Error("no");
			}),
		).rejects.toThrow("no");
		await inRawTransaction((client) => appendDecisionsRaw(client, [draftOf(3), draftOf(4)]));
		expect(await count("decision_entries")).toBe(3);
		expect(await sealDecisions(now)).toEqual({ blocks: 1, entries: 3 });
		expect((await readSequence()).map((row) => [row.sequence, row.subjectId])).toEqual([
			[1, "par_1"],
			[2, "par_3"],
			[3, "par_4"],
		]);
		expect(await checkStoredLog()).toMatchObject({ entries: 3, blocks: 1, fault: null });
	});

	it.each([
		["UPDATE decision_entries SET payload = '{}'"],
		["UPDATE decision_entries SET kind = kind"],
		["DELETE FROM decision_entries"],
		["TRUNCATE decision_entries CASCADE"],
		["UPDATE decision_seals SET sequence = sequence + 1"],
		["DELETE FROM decision_seals"],
		["TRUNCATE decision_seals"],
		["UPDATE decision_blocks SET hash = hash"],
		["DELETE FROM decision_blocks"],
		["TRUNCATE decision_blocks CASCADE"],
		["DELETE FROM decision_waiting"],
		["TRUNCATE decision_waiting"],
	])("the database refuses %s", async (statement) => {
		await sealBlocks([2]);
		await inRawTransaction((client) => appendDecisionsRaw(client, [draftOf(9)]));
		await expect(pool().query(statement)).rejects.toMatchObject({ code: "23000" });
		expect(await checkStoredLog()).toMatchObject({ entries: 2, fault: null });
	});
});

describe("sealing", () => {
	it("puts what waits into blocks of a size and leaves an empty log alone", async () => {
		expect(await sealDecisions(now)).toEqual({ blocks: 0, entries: 0 });
		await inRawTransaction((client) =>
			appendDecisionsRaw(
				client,
				Array.from({ length: 7 }, (_, i) => draftOf(i)),
			),
		);
		expect(await sealDecisions(now, 3)).toEqual({ blocks: 3, entries: 7 });
		expect((await readSequence()).map((row) => row.block)).toEqual([1, 1, 1, 2, 2, 2, 3]);
		expect(await count("decision_waiting")).toBe(0);
		expect(await checkStoredLog()).toMatchObject({ entries: 7, blocks: 3, fault: null });
	});

	it("does not pass over an entry whose transaction began before others and committed after them", async () => {
		const late = await pool().connect();
		await late.query("BEGIN");
		await appendDecisionsRaw(late, [draftOf(1)]);
		await inRawTransaction((client) => appendDecisionsRaw(client, [draftOf(2)]));
		expect(await sealDecisions(now)).toEqual({ blocks: 1, entries: 1 });
		await late.query("COMMIT");
		late.release();
		expect(await sealDecisions(now)).toEqual({ blocks: 1, entries: 1 });
		expect((await readSequence()).map((row) => row.subjectId)).toEqual(["par_2", "par_1"]);
		expect(await checkStoredLog()).toMatchObject({ entries: 2, fault: null });
	});

	it("loses nothing and seals nothing twice while many write and several seal", async () => {
		const WRITERS = 6;
		const EACH = 25;
		const write = async (writer: number) => {
			for (let i = 0; i < EACH; i++) {
				await inRawTransaction(async (client) => {
					await appendDecisionsRaw(client, [draftOf(writer * 1_000 + i)]);
					if (i % 5 === 0) await client.query("SELECT pg_sleep(0.01)");
				});
			}
		};
		let writing = true;
		const seal = async () => {
			while (writing) await sealDecisions(new Date(), 4);
		};
		const sealers = [seal(), seal()];
		await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
		writing = false;
		await Promise.all(sealers);
		await sealDecisions(new Date());
		const places = await readSequence();
		expect(places.map((row) => row.sequence)).toEqual(
			Array.from({ length: WRITERS * EACH }, (_, i) => i + 1),
		);
		expect(new Set(places.map((row) => row.subjectId)).size).toBe(WRITERS * EACH);
		expect(await count("decision_waiting")).toBe(0);
		expect(await checkStoredLog()).toMatchObject({ entries: WRITERS * EACH, fault: null });
	});

	it("is not waited for by a writer", async () => {
		const sealer = await pool().connect();
		await sealer.query("BEGIN");
		await sealer.query("SELECT pg_advisory_xact_lock(4207005)");
		await sealer.query("SELECT * FROM decision_waiting FOR UPDATE");
		await inRawTransaction(async (client) => {
			await client.query("SET LOCAL lock_timeout = '200ms'");
			await appendDecisionsRaw(client, [draftOf(1)]);
		});
		await sealer.query("ROLLBACK");
		sealer.release();
		expect(await count("decision_entries")).toBe(1);
		await sealDecisions(now);
	});
});

/** Blocks 1–3, 4–6, 7–9; tampered with by somebody for whom triggers and keys sleep. */
describe("a log tampered with in the database", () => {
	const at = (sequence: number) => `(SELECT entry_id FROM decision_seals WHERE sequence = ${sequence})`;
	it.each<[string, string[], object]>([
		[
			"a payload altered",
			[`UPDATE decision_entries SET payload = '{"tier":5}' WHERE id = ${at(5)}`],
			{ code: "ENTRY_ALTERED", sequence: 5, block: 2 },
		],
		[
			"a day altered",
			[`UPDATE decision_entries SET at = at - interval '1 ms' WHERE id = ${at(5)}`],
			{ code: "ENTRY_ALTERED", sequence: 5, block: 2 },
		],
		[
			"a hash altered",
			[`UPDATE decision_entries SET hash = repeat('a', 64) WHERE id = ${at(5)}`],
			{ code: "ENTRY_ALTERED", sequence: 5 },
		],
		[
			"an entry deleted, its place left",
			[`DELETE FROM decision_entries WHERE id = ${at(5)}`],
			{ code: "ENTRY_MISSING", sequence: 5, block: 2 },
		],
		[
			"an entry deleted with its place",
			[`DELETE FROM decision_entries WHERE id = ${at(5)}`, "DELETE FROM decision_seals WHERE sequence = 5"],
			{ code: "ENTRY_MISSING", sequence: 5, block: 2 },
		],
		[
			"two places exchanged",
			[
				"UPDATE decision_seals SET sequence = -1 WHERE sequence = 4",
				"UPDATE decision_seals SET sequence = 4 WHERE sequence = 5",
				"UPDATE decision_seals SET sequence = 5 WHERE sequence = -1",
			],
			{ code: "ENTRY_MISPLACED", sequence: 4, block: 2 },
		],
		[
			"an entry moved to another block",
			["UPDATE decision_seals SET block_number = 3 WHERE sequence = 6"],
			{ code: "ENTRY_MISSING", sequence: 6, block: 2 },
		],
		[
			"an entry slipped in beside the log",
			[
				`INSERT INTO decision_entries (id, kind, subject_type, subject_id, reference, at, payload, hash)
				 VALUES ('dec_x', 'EXIT', 'partner', 'p', 'r', now(), '{}', repeat('b', 64))`,
			],
			{ code: "ENTRY_UNSEALED", entryId: "dec_x" },
		],
		[
			"a block altered",
			["UPDATE decision_blocks SET sealed_at = sealed_at + interval '1 day' WHERE number = 2"],
			{ code: "BLOCK_ALTERED", block: 2, sequence: 4 },
		],
		[
			"a block deleted, its entries left",
			["DELETE FROM decision_blocks WHERE number = 2"],
			{ code: "BLOCK_MISSING", block: 2, sequence: 4 },
		],
		[
			"the last block deleted, its entries left",
			["DELETE FROM decision_blocks WHERE number = 3"],
			{ code: "LOG_CUT", block: 3, sequence: 7 },
		],
		[
			"the last block cut off with all that is in it",
			[
				"DELETE FROM decision_entries e USING decision_seals s WHERE s.entry_id = e.id AND s.block_number = 3",
				"DELETE FROM decision_seals WHERE block_number = 3",
				"DELETE FROM decision_blocks WHERE number = 3",
			],
			{ code: "LOG_CUT", block: 3, sequence: 7 },
		],
	])("%s", async (_, statements, fault) => {
		await sealBlocks([3, 3, 3]);
		expect((await checkStoredLog()).fault).toBeNull();
		await tamper(...statements);
		expect((await checkDecisions(actor)).fault).toMatchObject(fault);
		const { rows } = await pool().query("SELECT fault FROM decision_checks");
		expect(rows).toEqual([{ fault: expect.objectContaining(fault) }]);
		await emptyDecisionLog();
	});

	it("an entry gone before it was sealed", async () => {
		await inRawTransaction((client) => appendDecisionsRaw(client, [draftOf(1)]));
		await tamper("DELETE FROM decision_entries");
		expect((await checkStoredLog()).fault).toMatchObject({ code: "ENTRY_MISSING", sequence: null });
		await emptyDecisionLog();
	});

	it("cut off with every trace in the portal: only a head kept outside tells", async () => {
		await sealBlocks([2]);
		const { head } = await checkStoredLog();
		await emptyDecisionLog();
		expect((await checkStoredLog()).fault).toBeNull();
		expect((await checkStoredLog([head])).fault).toMatchObject({ code: "LOG_CUT", block: 1, sequence: 1 });
	});
});

describe("an exported log", () => {
	it("verifies offline to the head it was exported with, and holds nothing that waits", async () => {
		await sealBlocks([2, 3]);
		await inRawTransaction((client) => appendDecisionsRaw(client, [draftOf(9)]));
		const { head } = await checkStoredLog();
		const text = await exportText();
		expect(await checkLogFile(text.trimEnd().split("\n"), [head])).toEqual({
			entries: 5,
			blocks: 2,
			head,
			fault: null,
		});
		expect(text).not.toContain("par_9");
	});

	it("names the line and the entry that was edited in the file", async () => {
		await sealBlocks([2, 3]);
		const folder = await mkdtemp(join(tmpdir(), "log-"));
		const file = join(folder, "log.jsonl");
		await writeFile(file, (await exportText()).replace('par_4"', 'par_5"'));
		const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
		expect((await checkLogFile(lines)).fault).toMatchObject({
			code: "ENTRY_ALTERED",
			sequence: 4,
			block: 2,
			line: 7,
		});
		expect((await checkLogFile(lines.slice(0, -1))).fault).toMatchObject({ code: "ENTRY_ALTERED" });
		await rm(folder, { recursive: true });
	});

	it("makes its head known: a log that later lacks it is found out", async () => {
		await sealBlocks([2]);
		for await (const _ of exportLog(now, (state) => noteExport(actor, state)));
		await tamper(
			"TRUNCATE decision_entries, decision_waiting, decision_seals, decision_blocks",
			"DELETE FROM audit_entries WHERE action = 'decision-log.seal'",
		);
		expect((await checkStoredLog()).fault).toMatchObject({ code: "LOG_CUT", block: 1 });
	});
});
