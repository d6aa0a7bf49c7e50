import "server-only";
import type { PoolClient } from "pg";
import {
	type BlockRow,
	blockColumns,
	type EntryRow,
	entryColumns,
	toBlock,
	toEntry,
} from "@/lib/domains/decisions/data/columns";
import { emptyLog, type LogHead, sealBlock } from "@/lib/domains/decisions/rules/seal";
import type { DecisionBlock, DecisionEntry } from "@/lib/domains/decisions/types";
import { systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";

/** Sealers take turns: a block follows from the one before. */
const SEAL_LOCK = 4_207_005;
/** Entries of one block at most; a large run is sealed in several. */
const BLOCK_ENTRIES = 5_000;

/**
 * Seals whatever waits into blocks, one transaction each. An entry waits from its commit until it is in a block, so one
 * whose transaction commits late simply goes into a later block: none is passed over, and none is sealed twice. Writers
 * never wait for a sealer. Dying at any point leaves whole blocks and the rest waiting.
 */
export async function sealDecisions(
	now: Date,
	blockEntries = BLOCK_ENTRIES,
): Promise<{ blocks: number; entries: number }> {
	const done = { blocks: 0, entries: 0 };
	for (;;) {
		const entries = await inRawTransaction((client) => sealNext(client, now, blockEntries));
		if (entries === 0) return done;
		done.blocks++;
		done.entries += entries;
	}
}

async function sealNext(client: PoolClient, now: Date, limit: number): Promise<number> {
	await client.query("SELECT pg_advisory_xact_lock($1)", [SEAL_LOCK]);
	const entries = await readWaiting(client, limit);
	if (entries.length === 0) return 0;
	const { block, sealed } = sealBlock(await readHead(client), entries, now);
	await writeBlock(client, block);
	await client.query(
		`INSERT INTO decision_seals (sequence, entry_id, block_number, chain)
		 SELECT sequence, id, $1, chain FROM json_to_recordset($2) AS r(sequence int8, id text, chain text)`,
		[block.number, JSON.stringify(sealed.map(({ sequence, id, chain }) => ({ sequence, id, chain })))],
	);
	await client.query("DELETE FROM decision_waiting WHERE entry_id = ANY($1)", [sealed.map(({ id }) => id)]);
	await recordAuditRaw(client, {
		actor: systemActor("jobs:decisions"),
		action: "decision-log.seal",
		subjectType: "decision_block",
		subjectId: String(block.number),
		after: { firstSequence: block.firstSequence, lastSequence: block.lastSequence, head: block.hash },
	});
	return sealed.length;
}

async function readWaiting(client: PoolClient, limit: number): Promise<DecisionEntry[]> {
	const { rows } = await client.query<EntryRow>(
		`SELECT ${entryColumns} FROM decision_waiting w JOIN decision_entries e ON e.id = w.entry_id
		  ORDER BY w.entry_id LIMIT $1`,
		[limit],
	);
	return rows.map(toEntry);
}

async function readHead(client: PoolClient): Promise<LogHead> {
	const { rows } = await client.query<BlockRow>(
		`SELECT ${blockColumns} FROM decision_blocks b ORDER BY b.number DESC LIMIT 1`,
	);
	return rows[0] ? toBlock(rows[0]) : emptyLog;
}

async function writeBlock(client: PoolClient, block: DecisionBlock): Promise<void> {
	await client.query(
		`INSERT INTO decision_blocks (number, first_sequence, last_sequence, merkle_root, chain, previous_hash, sealed_at, hash)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		[
			block.number,
			block.firstSequence,
			block.lastSequence,
			block.merkleRoot,
			block.chain,
			block.previousHash,
			block.sealedAt,
			block.hash,
		],
	);
}
