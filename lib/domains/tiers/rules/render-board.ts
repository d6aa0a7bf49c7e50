import { byteOrderMark, safeCell } from "@/lib/domains/gmv/rules/render-errors";
import { zoneOf } from "@/lib/domains/tiers/rules/board-zones";
import type { LeaderRow, RaceField } from "@/lib/domains/tiers/types";
import type { BoardRow, BoardZone } from "@/lib/domains/tiers/types/leaderboard";
import { fenToDecimal } from "@/lib/platform/money";
import { percentRankBps } from "@/lib/platform/money/percentile";

const columns = [
	"rank",
	"previousRank",
	"id",
	"name",
	"tier",
	"previousTier",
	"absoluteTier",
	"movement",
	"score",
	"composite",
	"gmvPercentile",
	"growthPercentile",
	"gmv",
	"growth",
	"zone",
] as const;

export type BoardFileRow = Omit<BoardRow, "trail">;
export type BoardFileWords = {
	movement: (movement: LeaderRow["movement"]) => string;
	zone: (zone: BoardZone) => string;
};

export function renderBoardHeader(nameOf: (column: (typeof columns)[number]) => string): string {
	return `${byteOrderMark}${columns.map((column) => safeCell(nameOf(column))).join(",")}\r\n`;
}

/** A line of the export: exact values, scores and rates with two decimals; empty where there is nothing. */
export function renderBoardRow(row: BoardFileRow, field: RaceField, words: BoardFileWords): string {
	const zone = zoneOf(row, field);
	const named = row.rank === null ? "unranked" : zone?.kind === "place" ? null : (zone?.kind ?? null);
	const percentile = (below: number | null) =>
		below === null || row.others === null ? "" : hundredths(percentRankBps({ below, others: row.others }));
	const cells = [
		row.rank ?? "",
		row.previousRank ?? "",
		safeCell(row.partnerId),
		safeCell(row.name),
		`T${row.tier}`,
		row.previousTier ? `T${row.previousTier}` : "",
		`T${row.absoluteTier}`,
		safeCell(words.movement(row.movement)),
		row.rank === null ? "" : hundredths(row.raceScoreBps),
		hundredths(row.compositeBps),
		percentile(row.gmvBelow),
		percentile(row.growthBelow),
		fenToDecimal(row.netFen),
		row.growthBps === null ? "" : hundredths(BigInt(row.growthBps)),
		named ? safeCell(words.zone(named)) : "",
	];
	return `${cells.join(",")}\r\n`;
}

/** Basis points as hundredths: 8512 → 85.12. Shares with fen their two decimals. */
function hundredths(bps: number | bigint): string {
	return fenToDecimal(BigInt(bps));
}
