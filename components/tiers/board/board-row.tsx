import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Figure } from "@/components/ui/figure";
import { TableCell, TableRow, TableRowHead } from "@/components/ui/table";
import { TierBadge } from "@/components/ui/tier-badge";
import { type RowZone, zoneOf } from "@/lib/domains/tiers/rules/board-zones";
import type { TrackField } from "@/lib/domains/tiers/types";
import type { BoardRow as Row } from "@/lib/domains/tiers/types/leaderboard";
import { formatBps, formatCompactFen, formatScoreBps } from "@/lib/platform/format";
import { percentRankBps } from "@/lib/platform/money/percentile";
import { routes } from "@/lib/platform/routes/routes";
import { tierName } from "../tier-names";
import type { BoardWords } from "./board-words";
import { RankMove, RankTrail } from "./rank-move";

export type BoardRowProps = {
	row: Row;
	runId: string;
	track: TrackField;
	isMarked: boolean;
	words: BoardWords;
};

const placeColours = {
	1: "bg-tier-1",
	2: "bg-tier-2",
	3: "bg-tier-3",
	4: "bg-tier-4",
	5: "bg-tier-5",
} as const;

function barOf(zone: RowZone): string {
	if (zone?.kind === "bottom") return "bg-danger";
	if (zone?.kind === "outranked") return "bg-warning";
	return zone ? placeColours[zone.tier] : "bg-transparent";
}

export function BoardRow({ row, runId, track, isMarked, words }: BoardRowProps) {
	const zone = zoneOf(row, track.field);
	return (
		<TableRow data-marked={isMarked || undefined} className={cn(isMarked && "[&>*]:bg-spark-soft!")}>
			<TableRowHead aria-current={isMarked ? "true" : undefined}>
				<span className="flex items-center gap-1.5 sm:gap-3">
					<span aria-hidden="true" className={cn("h-6 w-1 shrink-0 rounded-full", barOf(zone))} />
					<span className="figure min-w-5 shrink-0 text-right font-semibold text-base text-ink sm:min-w-8">
						{row.rank ?? "–"}
					</span>
					<RankMove words={words} row={row} />
					<Link
						prefetch={false}
						href={routes.ops.partner(row.partnerId)}
						className="min-w-0 hover:text-brand-ink hover:underline"
					>
						{row.name}
					</Link>
				</span>
			</TableRowHead>
			<TableCell>
				<span className="flex items-center gap-2">
					<TierBadge size="sm" tier={row.tier} name={tierName(track.rules.tiers, row.tier, words.locale)} />
					<Link
						prefetch={false}
						href={routes.ops.evaluationPartner(runId, row.partnerId)}
						className="whitespace-nowrap text-brand-ink text-xs underline-offset-4 hover:underline"
					>
						{words.t("board.receipt")}
					</Link>
				</span>
			</TableCell>
			<TableCell className="whitespace-nowrap">
				<Movement words={words} row={row} zone={zone} />
			</TableCell>
			<TableCell>
				<RankTrail words={words} row={row} />
			</TableCell>
			<Figures row={row} words={words} />
		</TableRow>
	);
}

function Figures({ row, words: { locale } }: Pick<BoardRowProps, "row" | "words">) {
	const percentile = (below: number | null) =>
		below === null || row.others === null ? "–" : formatBps(percentRankBps({ below, others: row.others }));
	const growth = row.growthBps === null ? null : roundToTenth(BigInt(row.growthBps));
	return (
		<>
			<TableCell numeric className="font-semibold">
				{row.rank === null ? "–" : formatScoreBps(row.raceScoreBps)}
			</TableCell>
			<TableCell numeric>{formatScoreBps(row.compositeBps)}</TableCell>
			<TableCell numeric>{percentile(row.gmvBelow)}</TableCell>
			<TableCell numeric>{percentile(row.growthBelow)}</TableCell>
			<TableCell numeric>
				<Figure value={formatCompactFen(row.netFen, locale)} unitClassName="text-[0.86em]" />
			</TableCell>
			<TableCell numeric>{growth === null ? "–" : formatBps(growth, { signed: true })}</TableCell>
		</>
	);
}

function Movement({ row, zone, words }: Pick<BoardRowProps, "row" | "words"> & { zone: RowZone }) {
	const { t, tTiers } = words;
	const isUp = row.movement === "UP";
	const isDown = row.movement === "DOWN" || row.movement === "DOWN_LIMITED";
	const tone = isUp ? "text-success-ink" : isDown ? "text-danger-ink" : "text-ink-faint";
	const hasMoved = row.previousTier !== null && row.previousTier !== row.tier;
	return (
		<span className="flex flex-wrap items-center gap-1.5">
			{row.movement === "RED_LINE" ? (
				<Badge tone="danger">{t("board.redLine")}</Badge>
			) : (
				<span className={cn("text-sm", tone)}>{tTiers(`history.movement.${row.movement}`)}</span>
			)}
			{hasMoved && (
				<span className="figure text-ink-faint text-xs">{`T${row.previousTier} → T${row.tier}`}</span>
			)}
			{zone?.kind === "outranked" && (
				<Badge tone="warning">{t("board.outranked", { tier: `T${row.absoluteTier}` })}</Badge>
			)}
			{row.entersProbation && <Badge tone="warning">{t("board.probation")}</Badge>}
			{row.inBottom && !row.entersProbation && <Badge tone="danger">{t("board.inBottom")}</Badge>}
		</span>
	);
}

/** Growth is read at a glance: tenths of a percent are enough. */
function roundToTenth(bps: bigint): bigint {
	return ((bps + (bps < 0n ? -5n : 5n)) / 10n) * 10n;
}
