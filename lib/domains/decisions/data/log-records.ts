import "server-only";
import type { PoolClient } from "pg";
import { NO_BLOCK_HASH } from "@/lib/domains/decisions/constants";
import {
	type BlockRow,
	blockColumns,
	type EntryRow,
	entryColumns,
	toBlock,
	toEntry,
} from "@/lib/domains/decisions/data/columns";
import { openSnapshot } from "@/lib/domains/decisions/data/snapshot";
import { LogReader } from "@/lib/domains/decisions/rules/check-log";
import type { DecisionBlock, LogCheck, LogRecord, LogState } from "@/lib/domains/decisions/types";

const BATCH = 2_000;

type PlaceRow = { sequence: bigint; chain: string; entryId: string } & {
	[K in keyof EntryRow]: EntryRow[K] | null;
};

/** The sealed log as it stands in the database, block by block in its own order; never more than a batch in memory. */
export async function* readLogRecords(client: PoolClient): AsyncGenerator<LogRecord> {
	for await (const block of readBlocks(client)) {
		yield { type: "block", block };
		yield* readPlaces(client, block.number);
	}
}

async function* readBlocks(client: PoolClient): AsyncGenerator<DecisionBlock> {
	let after = -1n;
	for (;;) {
		const { rows } = await client.query<BlockRow>(
			`SELECT ${blockColumns} FROM decision_blocks b WHERE b.number > $1 ORDER BY b.number LIMIT $2`,
			[after, BATCH],
		);
		for (const row of rows) yield toBlock(row);
		after = rows.at(-1)?.number ?? after;
		if (rows.length < BATCH) return;
	}
}

async function* readPlaces(client: PoolClient, blockNumber: number): AsyncGenerator<LogRecord> {
	let after = -1n;
	for (;;) {
		const { rows } = await client.query<PlaceRow>(
			`SELECT s.sequence, s.chain, s.entry_id AS "entryId", ${entryColumns}
			   FROM decision_seals s LEFT JOIN decision_entries e ON e.id = s.entry_id
			  WHERE s.block_number = $1 AND s.sequence > $2 ORDER BY s.sequence LIMIT $3`,
			[blockNumber, after, BATCH],
		);
		for (const row of rows) yield toRecord(row);
		after = rows.at(-1)?.sequence ?? after;
		if (rows.length < BATCH) return;
	}
}

function toRecord({ sequence, chain, entryId, ...row }: PlaceRow): LogRecord {
	const place = { sequence: Number(sequence), chain };
	if (row.id === null) return { type: "gone", sequence: place.sequence, id: entryId };
	return { type: "entry", entry: { ...toEntry(row as EntryRow), ...place } };
}

/**
 * Verifies the whole log in the database on one snapshot: what is sealed, that nothing lies beside it, and that every head
 * the audit log remembers is still there. `heads` are hashes somebody holds outside. Stops at the first fault.
 */
export async function checkStoredLog(heads: readonly string[] = []): Promise<LogCheck> {
	const { client, close } = await openSnapshot();
	try {
		const reader = new LogReader([...heads, ...(await readNotedHeads(client))]);
		for await (const record of readLogRecords(client)) if (!reader.read(record)) break;
		const check = reader.finish();
		return check.fault ? check : { ...check, fault: await findStray(client) };
	} finally {
		await close();
	}
}

/** Where the log ends, from its last block. */
export async function readLogState(client: Pick<PoolClient, "query">): Promise<LogState> {
	const { rows } = await client.query<BlockRow>(
		`SELECT ${blockColumns} FROM decision_blocks b ORDER BY b.number DESC LIMIT 1`,
	);
	const { rows: counted } = await client.query<{ waiting: number }>(
		"SELECT count(*)::int AS waiting FROM decision_waiting",
	);
	const last = rows[0];
	return {
		blocks: Number(last?.number ?? 0n),
		entries: Number(last?.lastSequence ?? 0n),
		waiting: counted[0]?.waiting ?? 0,
		head: last?.hash ?? NO_BLOCK_HASH,
		sealedAt: last?.sealedAt ?? null,
	};
}

/** Heads told of when they were sealed or exported. */
async function readNotedHeads(client: PoolClient): Promise<string[]> {
	const { rows } = await client.query<{ head: string }>(
		`SELECT DISTINCT after ->> 'head' AS head FROM audit_entries
		  WHERE subject_type = 'decision_block' AND action IN ('decision-log.seal', 'decision-log.export')
		    AND after ->> 'head' IS NOT NULL`,
	);
	return rows.map((row) => row.head);
}

/** Entries beside the log, seals beside the blocks, and entries gone before they were sealed. */
async function findStray(client: PoolClient): Promise<LogCheck["fault"]> {
	const { rows } = await client.query<{
		code: "BLOCK_MISSING" | "ENTRY_UNSEALED" | "ENTRY_MISSING";
		block: bigint | null;
		sequence: bigint | null;
		entryId: string;
	}>(
		`(SELECT 'BLOCK_MISSING' AS code, s.block_number AS block, s.sequence, s.entry_id AS "entryId"
		    FROM decision_seals s WHERE NOT EXISTS (SELECT FROM decision_blocks b WHERE b.number = s.block_number)
		   ORDER BY s.sequence LIMIT 1)
		 UNION ALL
		 (SELECT 'ENTRY_UNSEALED', NULL, NULL, e.id FROM decision_entries e
		   WHERE NOT EXISTS (SELECT FROM decision_seals s WHERE s.entry_id = e.id)
		     AND NOT EXISTS (SELECT FROM decision_waiting w WHERE w.entry_id = e.id)
		   ORDER BY e.at, e.id LIMIT 1)
		 UNION ALL
		 (SELECT 'ENTRY_MISSING', NULL, NULL, w.entry_id FROM decision_waiting w
		   WHERE NOT EXISTS (SELECT FROM decision_entries e WHERE e.id = w.entry_id) ORDER BY w.entry_id LIMIT 1)
		 LIMIT 1`,
	);
	const [row] = rows;
	if (!row) return null;
	const { code, block, sequence, entryId } = row;
	return {
		code,
		block: block === null ? null : Number(block),
		sequence: sequence === null ? null : Number(sequence),
		entryId,
		line: null,
	};
}
