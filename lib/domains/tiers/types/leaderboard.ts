import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import type { LeaderRow, RunHead, TrackField, TrackName } from "@/lib/domains/tiers/types";
import type { Month } from "@/lib/platform/time";

/** What the leaderboard needs to know of the run it belongs to. */
export type RankedRun = {
	run: Pick<RunHead, "runId" | "period">;
	summary: RunSummary;
	tracks: readonly TrackName[];
};

/** A run in numbers, with the tracks it ranked. */
export type EvaluationDetail = { run: RunHead; summary: RunSummary; tracks: TrackName[] };

/** A rank of one final run, of the track the partner is in now. */
export type RankPoint = { period: Month; rank: number };

export type BoardRow = LeaderRow & {
	absoluteTier: TierLevel;
	/** Oldest first, this run last. */
	trail: readonly RankPoint[];
};

export const boardMoves = ["up", "down", "same", "first"] as const;
export type BoardMove = (typeof boardMoves)[number];
/** `outranked`: met a tier's criteria and found its places taken. `unranked`: over a red line, so not in the race. */
export const boardZones = ["outranked", "bottom", "unranked"] as const;
export type BoardZone = (typeof boardZones)[number];

/** What the address asks of the leaderboard. */
export type BoardQuery = {
	track: string | null;
	/** Ranks from here on, or up to here. */
	from: number | null;
	until: number | null;
	/** Of those without a rank: partner ids after this one. */
	after: string | null;
	find: string;
	mark: string | null;
	tier: TierLevel | null;
	move: BoardMove | null;
	zone: BoardZone | null;
};

export type FoundPartner = { partnerId: string; name: string; rank: number | null };

export type TrackRanking = {
	trackCode: string;
	query: BoardQuery;
	field: TrackField;
	rows: readonly BoardRow[];
	/** Partners without a rank under their own heading, on the page that ends the ranking. */
	unranked: readonly BoardRow[];
	/** Rows that match the filters. */
	total: number;
	/** What a search by name or id found. */
	found: readonly FoundPartner[] | null;
	markedId: string | null;
	previous: Partial<BoardQuery> | null;
	next: Partial<BoardQuery> | null;
};
