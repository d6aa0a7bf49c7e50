import type { ReactNode } from "react";
import { SoftLinks } from "@/components/ui/soft-links";
import { Table, TableBody, TableHeader } from "@/components/ui/table";
import type { BoardRow, TrackRanking } from "@/lib/domains/tiers/types/leaderboard";
import { formatBps, formatCount, formatScoreBps } from "@/lib/platform/format";
import { tierLabel } from "../tier-names";
import { type BoardLine, drawLines } from "./board-lines";
import { renderBoardRow } from "./board-row";
import type { BoardWords } from "./board-words";

const COLUMNS = 10;

type BoardTableProps = { label: string; runId: string; ranking: TrackRanking; words: BoardWords };

/** The ranking of a track with the parts of the race score, movement, and the promotion and danger lines. */
export function BoardTable({ label, runId, ranking, words }: BoardTableProps) {
	const { t } = words;
	const { field: track, rows, unranked, markedId } = ranking;
	const render = (row: BoardRow) =>
		renderBoardRow({ row, isMarked: row.partnerId === markedId, runId, track, words });
	return (
		<SoftLinks>
			<Table label={label} density="compact" className="board-table">
				<TableHeader>
					<tr>
						{[
							t("board.partner"),
							t("board.tier"),
							t("board.moved"),
							t("board.trail"),
							t("board.score"),
							t("board.composite", { share: shareOf(ranking, "composite") }),
							t("board.gmvRank", { share: shareOf(ranking, "gmv") }),
							t("board.growthRank", { share: shareOf(ranking, "growth") }),
							t("board.gmv"),
							t("board.growth"),
						].map((name) => (
							<th key={name} scope="col">
								{name}
							</th>
						))}
					</tr>
				</TableHeader>
				<TableBody>
					{drawLines(rows, track.field).map((line) =>
						line.kind === "row" ? (
							render(line.row)
						) : (
							<DrawnLine key={keyOf(line)} line={line} ranking={ranking} words={words} />
						),
					)}
					{unranked.length > 0 && <DividingRow tone="danger">{t("board.unrankedHead")}</DividingRow>}
					{unranked.map(render)}
				</TableBody>
			</Table>
		</SoftLinks>
	);
}

type Part = "composite" | "gmv" | "growth";

function shareOf({ field }: TrackRanking, part: Part): string {
	return formatBps(field.rules.race.weightsBps[part]);
}

function keyOf(line: BoardLine): string {
	return "line" in line ? `T${line.line.tier}` : line.kind;
}

type DrawnLineProps = {
	line: Exclude<BoardLine, { kind: "row" }>;
	ranking: TrackRanking;
	words: BoardWords;
};

function DrawnLine({ line, ranking: { field: track }, words: { t, locale } }: DrawnLineProps) {
	if (line.kind === "bottom") {
		const share = formatBps(track.rules.movement.bottomShareBps);
		return <DividingRow tone="danger">{t("board.danger", { share })}</DividingRow>;
	}
	const { tier, shareBps, places, cutOffScoreBps } = line.line;
	const said = {
		tier: tierLabel(track.rules.tiers, tier, locale),
		share: formatBps(shareBps ?? 0),
		places: formatCount(places ?? 0),
		taken: formatCount(line.line.taken),
		score: formatScoreBps(cutOffScoreBps ?? 0),
	};
	if (line.kind === "places") return <DividingRow tone="open">{t("board.placesLine", said)}</DividingRow>;
	return <DividingRow tone="brand">{t("board.cutOffLine", said)}</DividingRow>;
}

function DividingRow({ tone, children }: { tone: "brand" | "open" | "danger"; children: ReactNode }) {
	return (
		<tr className="board-line" data-tone={tone}>
			<td colSpan={COLUMNS}>
				<span>{children}</span>
			</td>
		</tr>
	);
}
