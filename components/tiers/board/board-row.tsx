import { type RowZone, zoneOf } from "@/lib/domains/tiers/rules/board-zones";
import type { TrackField } from "@/lib/domains/tiers/types";
import type { BoardRow } from "@/lib/domains/tiers/types/leaderboard";
import { formatBps, formatCompactFen, formatScoreBps } from "@/lib/platform/format";
import { percentRankBps } from "@/lib/platform/money/percentile";
import { routes } from "@/lib/platform/routes/routes";
import { tierName } from "../tier-names";
import type { BoardWords } from "./board-words";
import { renderRankMove, renderRankTrail } from "./rank-move";

export type BoardRowProps = {
	row: BoardRow;
	runId: string;
	track: TrackField;
	isMarked: boolean;
	words: BoardWords;
};

/**
 * Called and not mounted, of plain elements named by short classes (globals.css): a component for each of twenty-five rows and
 * their cells costs more than it draws. The table around them hears the links.
 */
export function renderBoardRow({ row, runId, track, isMarked, words }: BoardRowProps) {
	const zone = zoneOf(row, track.field);
	const { t, tTiers, locale } = words;
	return (
		<tr key={row.partnerId} data-marked={isMarked || undefined}>
			<th scope="row" aria-current={isMarked ? "true" : undefined}>
				<span className="board-partner" data-zone={zoneName(zone)}>
					<b>{row.rank ?? "–"}</b>
					{renderRankMove({ row, words })}
					<a href={routes.ops.partner(row.partnerId)}>{row.name}</a>
				</span>
			</th>
			<td>
				<span className="tier-mark" data-tier={row.tier}>
					{`T${row.tier} ${tierName(track.rules.tiers, row.tier, locale)}`}
				</span>
				<a href={routes.ops.evaluationPartner(runId, row.partnerId)}>{t("board.receipt")}</a>
			</td>
			<td data-way={movementWays[row.movement]}>
				{row.movement !== "RED_LINE" && `${tTiers(`history.movement.${row.movement}`)} `}
				{renderMarks({ row, zone, words })}
			</td>
			<td>{renderRankTrail({ row, words })}</td>
			{renderFigures({ row, words })}
		</tr>
	);
}

function zoneName(zone: RowZone): string | undefined {
	if (zone?.kind === "place") return String(zone.tier);
	return zone?.kind;
}

function renderFigures({ row, words: { locale } }: Pick<BoardRowProps, "row" | "words">) {
	const percentile = (below: number | null) =>
		below === null || row.others === null ? "–" : formatBps(percentRankBps({ below, others: row.others }));
	const growth = row.growthBps === null ? null : roundToTenth(BigInt(row.growthBps));
	const gmv = formatCompactFen(row.netFen, locale);
	return (
		<>
			<td>{row.rank === null ? "–" : formatScoreBps(row.raceScoreBps)}</td>
			<td>{formatScoreBps(row.compositeBps)}</td>
			<td>{percentile(row.gmvBelow)}</td>
			<td>{percentile(row.growthBelow)}</td>
			<td title={gmv.exact}>{`${gmv.number}${gmv.unit ?? ""}`}</td>
			<td>{growth === null ? "–" : formatBps(growth, { signed: true })}</td>
		</>
	);
}

const movementWays: Partial<Record<BoardRow["movement"], "up" | "down">> = {
	UP: "up",
	DOWN: "down",
	DOWN_LIMITED: "down",
};

/** What the movement alone does not say: from where to where, and what waits at the edges of the race. */
function renderMarks({ row, zone, words: { t } }: Pick<BoardRowProps, "row" | "words"> & { zone: RowZone }) {
	const hasMoved = row.previousTier !== null && row.previousTier !== row.tier;
	return (
		<>
			{row.movement === "RED_LINE" && renderBadge("danger", t("board.redLine"))}
			{hasMoved && <small>{`T${row.previousTier} → T${row.tier}`}</small>}
			{zone?.kind === "outranked" &&
				renderBadge("warning", t("board.outranked", { tier: `T${row.absoluteTier}` }))}
			{row.entersProbation && renderBadge("warning", t("board.probation"))}
			{row.inBottom && !row.entersProbation && renderBadge("danger", t("board.inBottom"))}
		</>
	);
}

function renderBadge(tone: "warning" | "danger", words: string) {
	return (
		<span className="badge" data-tone={tone}>
			{words}
		</span>
	);
}

/** Growth is read at a glance: tenths of a percent are enough. */
function roundToTenth(bps: bigint): bigint {
	return ((bps + (bps < 0n ? -5n : 5n)) / 10n) * 10n;
}
