import type { RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import type { LeaderRow, RunHead, TrackField, TrackName } from "@/lib/domains/tiers/types";

/** A run in numbers, with the tracks it ranked. */
export type EvaluationDetail = { run: RunHead; summary: RunSummary; tracks: TrackName[] };

export type TrackRanking = {
	trackCode: string;
	field: TrackField;
	rows: LeaderRow[];
	page: number;
	pages: number;
};
