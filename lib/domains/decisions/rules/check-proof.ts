import { hashEntry } from "@/lib/domains/decisions/rules/entry";
import { merklePath, rootOfPath } from "@/lib/domains/decisions/rules/merkle";
import { hashBlock } from "@/lib/domains/decisions/rules/seal";
import type { DecisionBlock, InclusionProof, SealedEntry } from "@/lib/domains/decisions/types";

/** The proof of one entry of a block, from all entries of the block in their order. */
export function proveEntry(
	block: DecisionBlock,
	entry: SealedEntry,
	hashes: readonly string[],
): InclusionProof {
	return { entry, block, path: merklePath(hashes, entry.sequence - block.firstSequence) };
}

/** The first part of a proof that does not hold; null where the entry is in the block, byte for byte. */
export function findProofFault({ entry, block, path }: InclusionProof): string | null {
	const { hash, sequence, chain: _chain, ...content } = entry;
	if (hashEntry(content) !== hash) return "proof.entry.hash";
	if (hashBlock(block) !== block.hash) return "proof.block.hash";
	const index = sequence - block.firstSequence;
	const count = block.lastSequence - block.firstSequence + 1;
	return rootOfPath(hash, index, count, path) === block.merkleRoot ? null : "proof.path";
}
