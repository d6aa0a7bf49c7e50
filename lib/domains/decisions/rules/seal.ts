import { NO_BLOCK_HASH } from "@/lib/domains/decisions/constants";
import { hashCanonical } from "@/lib/domains/decisions/rules/hash";
import { merkleRoot } from "@/lib/domains/decisions/rules/merkle";
import type { DecisionBlock, DecisionEntry, SealedEntry } from "@/lib/domains/decisions/types";

export type LogHead = Pick<DecisionBlock, "number" | "lastSequence" | "hash">;
export const emptyLog: LogHead = { number: 0, lastSequence: 0, hash: NO_BLOCK_HASH };

/** What the chain within a block comes to with one more entry; it begins with the hash of the block before. */
export function chainOn(chain: string, sequence: number, hash: string): string {
	return hashCanonical([chain, sequence, hash]);
}

/** SHA-256 over everything a block says, the link to the block before included. */
export function hashBlock(block: Omit<DecisionBlock, "hash">): string {
	const { number, firstSequence, lastSequence, merkleRoot: root, chain, previousHash, sealedAt } = block;
	return hashCanonical({
		number,
		firstSequence,
		lastSequence,
		merkleRoot: root,
		chain,
		previousHash,
		sealedAt,
	});
}

/**
 * The next block of the log and the places of its entries, in the order given: numbers follow on without gaps, whatever
 * the ids and times of the entries. Throws `NO_LEAVES` without entries.
 */
export function sealBlock(
	head: LogHead,
	entries: readonly DecisionEntry[],
	sealedAt: Date,
): { block: DecisionBlock; sealed: SealedEntry[] } {
	let chain = head.hash;
	const sealed = entries.map((entry, i): SealedEntry => {
		const sequence = head.lastSequence + 1 + i;
		chain = chainOn(chain, sequence, entry.hash);
		return { ...entry, sequence, chain };
	});
	const content = {
		number: head.number + 1,
		firstSequence: head.lastSequence + 1,
		lastSequence: head.lastSequence + entries.length,
		merkleRoot: merkleRoot(entries.map((entry) => entry.hash)),
		chain,
		previousHash: head.hash,
		sealedAt: sealedAt.toISOString(),
	};
	return { block: { ...content, hash: hashBlock(content) }, sealed };
}
