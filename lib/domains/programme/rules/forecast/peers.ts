/** A bin of a histogram of peers: from `fromFen` up to, not including, `toFen`; null is open. */
export type PeerBin = {
	readonly fromFen: bigint | null;
	readonly toFen: bigint | null;
	readonly peers: number;
};

/** Fewer partners than this are never shown as a group. */
export const LEAST_PEERS = 5;

const WAN_FEN = 1_000_000n;
const EDGES_WAN = [100n, 500n, 1_000n, 3_000n, 5_000n, 10_000n, 30_000n, 50_000n, 100_000n, 200_000n];

/** Where bins may begin: round amounts, the same for everybody, so that no edge tells of anybody. */
export const peerEdges: readonly bigint[] = EDGES_WAN.map((wan) => wan * WAN_FEN);

/**
 * Bins of at least `least` peers each: a bin with fewer is merged with the one below it, the lowest with the one above.
 * Nothing at all where there are fewer than `least` peers. `counts[i]` is how many lie below `edges[i]` and not below the
 * edge before; the last one has what lies above all edges. The reader's own partner must not be among them.
 */
export function mergeBins(
	counts: readonly number[],
	edges: readonly bigint[],
	least = LEAST_PEERS,
): PeerBin[] {
	const bins: PeerBin[] = [];
	counts.forEach((peers, at) => {
		const bin = { fromFen: edges[at - 1] ?? null, toFen: edges[at] ?? null, peers };
		const below = bins.at(-1);
		if (below && below.peers < least) bins[bins.length - 1] = join(below, bin);
		else bins.push(bin);
	});
	while (bins.length > 1 && (bins.at(-1)?.peers ?? 0) < least) {
		const [below, last] = bins.splice(-2) as [PeerBin, PeerBin];
		bins.push(join(below, last));
	}
	return bins.length === 1 && (bins[0]?.peers ?? 0) < least ? [] : bins;
}

function join(below: PeerBin, above: PeerBin): PeerBin {
	return { fromFen: below.fromFen, toFen: above.toFen, peers: below.peers + above.peers };
}

export function isWithin(netFen: bigint, { fromFen, toFen }: PeerBin): boolean {
	return (fromFen === null || netFen >= fromFen) && (toFen === null || netFen < toFen);
}
