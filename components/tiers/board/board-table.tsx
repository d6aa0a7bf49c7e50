import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { TrackRanking } from "@/lib/domains/tiers/types/leaderboard";
import { formatBps, formatCount, formatScoreBps } from "@/lib/platform/format";
import { tierLabel } from "../tier-names";
import { type BoardLine, drawLines } from "./board-lines";
import { BoardRow } from "./board-row";
import type { BoardWords } from "./board-words";

const COLUMNS = 10;

type BoardTableProps = { label: string; runId: string; ranking: TrackRanking; words: BoardWords };

/** The ranking of a track with the parts of the race score, movement, and the promotion and danger lines. */
export function BoardTable({ label, runId, ranking, words }: BoardTableProps) {
	const { t } = words;
	const { field: track, rows, unranked, markedId } = ranking;
	const common = { runId, track, words };
	return (
		<Table label={label} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-56">{t("board.partner")}</TableHead>
					<TableHead>{t("board.tier")}</TableHead>
					<TableHead>{t("board.moved")}</TableHead>
					<TableHead>{t("board.trail")}</TableHead>
					<TableHead numeric>{t("board.score")}</TableHead>
					<TableHead numeric>{t("board.composite", { share: shareOf(ranking, "composite") })}</TableHead>
					<TableHead numeric>{t("board.gmvRank", { share: shareOf(ranking, "gmv") })}</TableHead>
					<TableHead numeric>{t("board.growthRank", { share: shareOf(ranking, "growth") })}</TableHead>
					<TableHead numeric>{t("board.gmv")}</TableHead>
					<TableHead numeric>{t("board.growth")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{drawLines(rows, track.field).map((line) =>
					line.kind === "row" ? (
						<BoardRow
							key={line.row.partnerId}
							row={line.row}
							isMarked={line.row.partnerId === markedId}
							{...common}
						/>
					) : (
						<DrawnLine key={keyOf(line)} line={line} ranking={ranking} words={words} />
					),
				)}
				{unranked.length > 0 && <DividingRow tone="danger">{t("board.unrankedHead")}</DividingRow>}
				{unranked.map((row) => (
					<BoardRow key={row.partnerId} row={row} isMarked={row.partnerId === markedId} {...common} />
				))}
			</TableBody>
		</Table>
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

const lineTones = {
	brand: "border-y-2 border-brand/60 bg-brand-soft text-brand-ink",
	open: "border-y border-dashed border-brand/60 bg-surface text-ink-soft",
	danger: "border-y-2 border-danger/60 bg-danger-soft text-danger-ink",
} as const;

function DividingRow({ tone, children }: { tone: keyof typeof lineTones; children: ReactNode }) {
	return (
		<tr>
			<td colSpan={COLUMNS} className={cn("px-3 py-1 font-medium text-xs", lineTones[tone])}>
				<span className="sticky left-3">{children}</span>
			</td>
		</tr>
	);
}
