import { compareText } from "@/lib/domains/decisions/rules/canonical-json";
import { type TierLevel, tierLevels } from "@/lib/domains/tiers/constants";

/** Partners of a track that went from one tier to another (`previousTier` null: classified for the first time). */
export type MovementCell = {
	readonly trackCode: string;
	readonly previousTier: TierLevel | null;
	readonly tier: TierLevel;
	readonly count: number;
};

export type MovementSummary = {
	readonly partners: number;
	readonly tiers: Readonly<Record<TierLevel, number>>;
	readonly promoted: number;
	readonly demoted: number;
	readonly unchanged: number;
	readonly first: number;
};

export type RunSummary = {
	readonly total: MovementSummary;
	/** In code-unit order of the track codes. */
	readonly tracks: readonly (MovementSummary & { readonly trackCode: string })[];
};

/** A run's outcome in numbers: how many hold each tier, how many rose and fell, altogether and per track. */
export function summariseRun(cells: readonly MovementCell[]): RunSummary {
	const codes = [...new Set(cells.map((cell) => cell.trackCode))].sort(compareText);
	return {
		total: summarise(cells),
		tracks: codes.map((trackCode) => ({
			trackCode,
			...summarise(cells.filter((cell) => cell.trackCode === trackCode)),
		})),
	};
}

function summarise(cells: readonly MovementCell[]): MovementSummary {
	const count = (accept: (cell: MovementCell) => boolean) =>
		cells.filter(accept).reduce((sum, cell) => sum + cell.count, 0);
	const tiers = Object.fromEntries(tierLevels.map((level) => [level, count((cell) => cell.tier === level)]));
	return {
		partners: count(() => true),
		tiers: tiers as Record<TierLevel, number>,
		promoted: count(({ previousTier, tier }) => previousTier !== null && tier > previousTier),
		demoted: count(({ previousTier, tier }) => previousTier !== null && tier < previousTier),
		unchanged: count(({ previousTier, tier }) => previousTier === tier),
		first: count(({ previousTier }) => previousTier === null),
	};
}
