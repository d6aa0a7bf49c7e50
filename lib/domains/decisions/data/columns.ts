import "server-only";
import type { DecisionBlock, DecisionEntry } from "@/lib/domains/decisions/types";

/** Entry columns under the names of `DecisionEntry`; `at` comes as a date and is told as it was hashed. */
export const entryColumns = `e.id, e.kind, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.reference,
	e.organisation_id AS "organisationId", e.at, e.payload, e.hash`;
export type EntryRow = Omit<DecisionEntry, "at"> & { at: Date };

export function toEntry({ at, ...row }: EntryRow): DecisionEntry {
	return { ...row, at: at.toISOString() };
}

export const blockColumns = `b.number, b.first_sequence AS "firstSequence", b.last_sequence AS "lastSequence",
	b.merkle_root AS "merkleRoot", b.chain, b.previous_hash AS "previousHash", b.sealed_at AS "sealedAt", b.hash`;
export type BlockRow = Omit<DecisionBlock, "number" | "firstSequence" | "lastSequence" | "sealedAt"> & {
	number: bigint;
	firstSequence: bigint;
	lastSequence: bigint;
	sealedAt: Date;
};

export function toBlock(row: BlockRow): DecisionBlock {
	return {
		...row,
		number: Number(row.number),
		firstSequence: Number(row.firstSequence),
		lastSequence: Number(row.lastSequence),
		sealedAt: row.sealedAt.toISOString(),
	};
}
