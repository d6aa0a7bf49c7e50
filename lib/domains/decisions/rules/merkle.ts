import { sha256Hex } from "@/lib/domains/decisions/rules/hash";

/*
 * The tree of RFC 6962 §2.1 over hex hashes: a leaf is SHA-256(00 ‖ hash), a node SHA-256(01 ‖ left ‖ right), so that no
 * node can pass for a leaf; n leaves are split at the largest power of two below n.
 */
const leafOf = (hash: string) => sha256Hex(Buffer.from(`00${hash}`, "hex"));
const nodeOf = (left: string, right: string) => sha256Hex(Buffer.from(`01${left}${right}`, "hex"));

function splitAt(count: number): number {
	let size = 1;
	while (size * 2 < count) size *= 2;
	return size;
}

/** Root over at least one hash. Throws `NO_LEAVES`. */
export function merkleRoot(hashes: readonly string[]): string {
	const [first] = hashes;
	if (first === undefined) throw new Error("NO_LEAVES");
	if (hashes.length === 1) return leafOf(first);
	const split = splitAt(hashes.length);
	return nodeOf(merkleRoot(hashes.slice(0, split)), merkleRoot(hashes.slice(split)));
}

/** The neighbours that lead from a leaf up to the root, lowest first. */
export function merklePath(hashes: readonly string[], index: number): string[] {
	if (hashes.length <= 1) return [];
	const split = splitAt(hashes.length);
	const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
	return index < split
		? [...merklePath(left, index), merkleRoot(right)]
		: [...merklePath(right, index - split), merkleRoot(left)];
}

/** The root that a leaf at `index` of `count` and its path lead to; null where the path has not the length it must have. */
export function rootOfPath(
	hash: string,
	index: number,
	count: number,
	path: readonly string[],
): string | null {
	if (index < 0 || index >= count) return null;
	if (count === 1) return path.length === 0 ? leafOf(hash) : null;
	const neighbour = path.at(-1);
	if (neighbour === undefined) return null;
	const split = splitAt(count);
	const rest = path.slice(0, -1);
	const own =
		index < split
			? rootOfPath(hash, index, split, rest)
			: rootOfPath(hash, index - split, count - split, rest);
	if (own === null) return null;
	return index < split ? nodeOf(own, neighbour) : nodeOf(neighbour, own);
}
