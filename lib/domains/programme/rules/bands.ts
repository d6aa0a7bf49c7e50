import type { Band, Slice, Standing } from "@/lib/domains/programme/types/dashboard";

/** Highest line first; of two equal thresholds the exclusive one (the harder) first. */
export function sortBands(bands: readonly Band[]): Band[] {
	return [...bands].sort((a, b) => {
		if (a.thresholdFen !== b.thresholdFen) return a.thresholdFen > b.thresholdFen ? -1 : 1;
		return Number(a.inclusive) - Number(b.inclusive);
	});
}

/** 10亿 is reached at exactly 10亿 (≥), 过亿 only beyond 1亿 (>): domain.md §1. */
export function hasReached(netFen: bigint, band: Band): boolean {
	return band.inclusive ? netFen >= band.thresholdFen : netFen > band.thresholdFen;
}

/** The smallest amount that reaches the band: one fen beyond an exclusive line. */
export function lineFen(band: Band): bigint {
	return band.inclusive ? band.thresholdFen : band.thresholdFen + 1n;
}

/** The band of so many lines reached, from the lowest up; null for none. `bands` from `sortBands`. */
export function bandAtLevel(level: number, bands: readonly Band[]): Band | null {
	return level > 0 ? (bands[bands.length - level] ?? null) : null;
}

/** The highest band reached, in which alone the partner counts; null below all of them. `bands` from `sortBands`. */
export function bandOf(netFen: bigint, bands: readonly Band[]): Band | null {
	return bands.find((band) => hasReached(netFen, band)) ?? null;
}

/** Band code → how many of the amounts count in it. Every band has an entry. */
export function countBands(nets: readonly bigint[], bands: readonly Band[]): Record<string, number> {
	const counts: Record<string, number> = Object.fromEntries(bands.map((band) => [band.code, 0]));
	for (const net of nets) {
		const band = bandOf(net, bands);
		if (band) counts[band.code] = (counts[band.code] ?? 0) + 1;
	}
	return counts;
}

/** Sums per track or region, the largest first. */
export function sliceBy(
	standings: readonly Standing[],
	bands: readonly Band[],
	keyOf: (standing: Standing) => string,
): Slice[] {
	const groups = Map.groupBy(standings, keyOf);
	const slices = [...groups].map(([key, group]) => ({
		key,
		partners: group.length,
		netFen: group.reduce((sum, one) => sum + one.netFen, 0n),
		inBand: countBands(
			group.map((one) => one.netFen),
			bands,
		),
	}));
	return slices.sort((a, b) => compareDescending(a.netFen, b.netFen) || compareText(a.key, b.key));
}

/** Largest net first; ties by id, so that the order never depends on the database. */
export function rankStandings(standings: readonly Standing[]): Standing[] {
	return [...standings].sort(
		(a, b) => compareDescending(a.netFen, b.netFen) || compareText(a.partnerId, b.partnerId),
	);
}

export function compareDescending(a: bigint, b: bigint): number {
	if (a === b) return 0;
	return a > b ? -1 : 1;
}

export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
