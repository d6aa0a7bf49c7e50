import "server-only";
import { DECISIONS_PER_PAGE } from "@/lib/domains/decisions/constants";
import {
	type BlockRow,
	blockColumns,
	type EntryRow,
	entryColumns,
	toBlock,
	toEntry,
} from "@/lib/domains/decisions/data/columns";
import { readLogState } from "@/lib/domains/decisions/data/log-records";
import { proveEntry } from "@/lib/domains/decisions/rules/check-proof";
import type { DecisionFilter } from "@/lib/domains/decisions/schema";
import type {
	DecisionRow,
	InclusionProof,
	LastCheck,
	LogState,
	SealedEntry,
} from "@/lib/domains/decisions/types";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { addDays, startOfDay } from "@/lib/platform/time";

type Row = EntryRow & {
	sequence: bigint | null;
	block: bigint | null;
	blockHash: string | null;
	organisationName: string | null;
};

const joined = `decision_entries e LEFT JOIN decision_seals s ON s.entry_id = e.id`;
const matches = `($1::text IS NULL OR e.kind = $1)
	AND ($2 = '' OR e.subject_id = $2 OR e.reference = $2 OR e.id = $2 OR e.organisation_id = $2)
	AND ($3::timestamptz IS NULL OR e.at >= $3) AND ($4::timestamptz IS NULL OR e.at < $4)
	AND ($5::bigint IS NULL OR s.block_number = $5)`;

/** The log, newest decision first; `next` leads to the following page. */
export async function listDecisions(
	_scope: PlatformScope,
	filter: DecisionFilter,
): Promise<{ rows: DecisionRow[]; total: number; next: string | null }> {
	const values = [
		filter.kind ?? null,
		filter.about,
		filter.from ? startOfDay(filter.from) : null,
		filter.to ? startOfDay(addDays(filter.to, 1)) : null,
		filter.block ?? null,
	];
	const [millis, id] = filter.after?.split("~") ?? [];
	const [page, count] = await Promise.all([
		pool().query<Row>(
			`SELECT ${entryColumns}, s.sequence, s.block_number AS block, b.hash AS "blockHash", o.name AS "organisationName"
			   FROM ${joined} LEFT JOIN decision_blocks b ON b.number = s.block_number
			   LEFT JOIN organisations o ON o.id = e.organisation_id
			  WHERE ${matches} AND ($6::timestamptz IS NULL OR (e.at, e.id) < ($6, $7))
			  ORDER BY e.at DESC, e.id DESC LIMIT $8`,
			[...values, millis ? new Date(Number(millis)) : null, id ?? null, DECISIONS_PER_PAGE + 1],
		),
		pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM ${joined} WHERE ${matches}`, values),
	]);
	const rows = page.rows.slice(0, DECISIONS_PER_PAGE);
	const last = rows.at(-1);
	const next = page.rows.length > rows.length && last ? `${last.at.getTime()}~${last.id}` : null;
	return { rows: rows.map(toRow), total: count.rows[0]?.total ?? 0, next };
}

function toRow({ sequence, block, blockHash, organisationName, ...entry }: Row): DecisionRow {
	return {
		...toEntry(entry),
		sequence: sequence === null ? null : Number(sequence),
		block: block === null ? null : Number(block),
		blockHash,
		organisationName,
	};
}

/** Where the log ends, and what the last verification of it found. */
export async function readLogSummary(
	_scope: PlatformScope,
): Promise<{ state: LogState; lastCheck: LastCheck | null }> {
	const [state, check] = await Promise.all([
		readLogState(pool()),
		pool().query<LastCheck>(
			`SELECT c.finished_at AS "finishedAt", coalesce(u.name, c.started_by) AS "startedBy", c.entries, c.blocks, c.fault
			   FROM decision_checks c LEFT JOIN users u ON u.id = c.started_by ORDER BY c.finished_at DESC LIMIT 1`,
		),
	]);
	return { state, lastCheck: check.rows[0] ?? null };
}

/** The proof that a partner's verdict of a run is in the log; null until its block is sealed. Own verdicts, or any to staff. */
export async function readVerdictProof(
	scope: PartnerScope | PlatformScope,
	runId: string,
	partnerId: string,
): Promise<InclusionProof | null> {
	const owner = scope.workspace === "partner" ? scope.organisationId : null;
	const { rows } = await pool().query<EntryRow & { sequence: bigint; chain: string; block: bigint }>(
		`SELECT ${entryColumns}, s.sequence, s.chain, s.block_number AS block
		   FROM decision_entries e JOIN decision_seals s ON s.entry_id = e.id
		  WHERE e.reference = $1 AND e.subject_id = $2 AND e.kind = 'TIER_VERDICT'
		    AND ($3::text IS NULL OR e.organisation_id = $3)
		  ORDER BY s.sequence DESC LIMIT 1`,
		[runId, partnerId, owner],
	);
	const [row] = rows;
	if (!row) return null;
	const { sequence, chain, block: number, ...entry } = row;
	const [blocks, hashes] = await Promise.all([
		pool().query<BlockRow>(`SELECT ${blockColumns} FROM decision_blocks b WHERE b.number = $1`, [number]),
		pool().query<{ hash: string }>(
			`SELECT e.hash FROM decision_seals s JOIN decision_entries e ON e.id = s.entry_id
			  WHERE s.block_number = $1 ORDER BY s.sequence`,
			[number],
		),
	]);
	const block = blocks.rows[0];
	if (!block) return null;
	const sealed: SealedEntry = { ...toEntry(entry), sequence: Number(sequence), chain };
	return proveEntry(
		toBlock(block),
		sealed,
		hashes.rows.map((one) => one.hash),
	);
}
