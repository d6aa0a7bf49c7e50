import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Figure } from "@/components/ui/figure";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { TierBadge } from "@/components/ui/tier-badge";
import type { LeaderRow, TrackField } from "@/lib/domains/tiers/types";
import { formatBps, formatCompactFen, formatCount, formatScoreBps } from "@/lib/platform/format";
import { percentRankBps } from "@/lib/platform/money/percentile";
import { routes } from "@/lib/platform/routes/routes";
import { type BoardLine, drawLines } from "./leaderboard-lines";
import { tierLabel, tierName } from "./tier-names";
import { openWords, type Words } from "./words";

const COLUMNS = 9;

type LeaderboardProps = { label: string; runId: string; rows: readonly LeaderRow[]; track: TrackField };

/** The ranking of a track with the parts of the race score, movement, and the promotion and danger lines. */
export async function Leaderboard({ label, runId, rows, track }: LeaderboardProps) {
	const words = await openWords();
	const { t } = words;
	return (
		<Table label={label} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-52">{t("run.partner")}</TableHead>
					<TableHead>{t("run.tier")}</TableHead>
					<TableHead>{t("run.moved")}</TableHead>
					<TableHead numeric>{t("run.score")}</TableHead>
					<TableHead numeric>{t("run.composite")}</TableHead>
					<TableHead numeric>{t("run.gmvRank")}</TableHead>
					<TableHead numeric>{t("run.growthRank")}</TableHead>
					<TableHead numeric>{t("run.gmv")}</TableHead>
					<TableHead numeric>{t("run.growth")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{drawLines(rows, track.field).map((line) => (
					<Line words={words} key={keyOf(line)} line={line} runId={runId} track={track} />
				))}
			</TableBody>
		</Table>
	);
}

function keyOf(line: BoardLine): string {
	if (line.kind === "row") return line.row.partnerId;
	return line.kind === "cutOff" ? `T${line.tier}` : "bottom";
}

function Line({
	line,
	runId,
	track,
	words,
}: {
	line: BoardLine;
	runId: string;
	track: TrackField;
	words: Words;
}) {
	const { t, locale } = words;
	if (line.kind === "row") return <LeaderTableRow words={words} row={line.row} runId={runId} track={track} />;
	if (line.kind === "bottom") {
		const share = formatBps(track.rules.movement.bottomShareBps);
		return <DividingRow tone="danger">{t("run.danger", { share })}</DividingRow>;
	}
	const tier = tierLabel(track.rules.tiers, line.tier, locale);
	const share = formatBps(line.shareBps);
	return (
		<DividingRow tone="brand">{t("run.line", { tier, share, places: formatCount(line.places) })}</DividingRow>
	);
}

function DividingRow({ tone, children }: { tone: "brand" | "danger"; children: ReactNode }) {
	return (
		<tr>
			<td
				colSpan={COLUMNS}
				className={cn(
					"border-y-2 px-3 py-1 font-medium text-xs",
					tone === "brand"
						? "border-brand/60 bg-brand-soft text-brand-ink"
						: "border-danger/60 bg-danger-soft text-danger-ink",
				)}
			>
				<span className="sticky left-3">{children}</span>
			</td>
		</tr>
	);
}

function LeaderTableRow({
	row,
	runId,
	track,
	words,
}: {
	row: LeaderRow;
	runId: string;
	track: TrackField;
	words: Words;
}) {
	const { t, locale } = words;
	const percentile = (below: number | null) =>
		below === null || row.others === null ? "–" : formatBps(percentRankBps({ below, others: row.others }));
	return (
		<TableRow>
			<TableRowHead>
				<span className="flex items-center gap-1.5 sm:gap-3">
					<span className="figure w-5 sm:w-8 shrink-0 text-right font-semibold text-base text-ink">
						{row.rank ?? "–"}
					</span>
					<RankMove words={words} row={row} />
					<Link
						href={routes.ops.partner(row.partnerId)}
						className="min-w-0 hover:text-brand-ink hover:underline"
					>
						{row.name}
					</Link>
				</span>
			</TableRowHead>
			<TableCell>
				<span className="flex items-center gap-2">
					<TierBadge size="sm" tier={row.tier} name={tierName(track.rules.tiers, row.tier, locale)} />
					<a
						href={routes.api.partnerReceipt(runId, row.partnerId)}
						download
						className="text-brand-ink text-xs underline-offset-4 hover:underline"
					>
						{t("run.receipt")}
					</a>
				</span>
			</TableCell>
			<TableCell className="whitespace-nowrap">
				<Movement words={words} row={row} />
			</TableCell>
			<TableCell numeric className="font-semibold">
				{row.rank === null ? "–" : formatScoreBps(row.raceScoreBps)}
			</TableCell>
			<TableCell numeric>{formatScoreBps(row.compositeBps)}</TableCell>
			<TableCell numeric>{percentile(row.gmvBelow)}</TableCell>
			<TableCell numeric>{percentile(row.growthBelow)}</TableCell>
			<TableCell numeric>
				<Figure value={formatCompactFen(row.netFen, locale)} unitClassName="text-[0.86em]" />
			</TableCell>
			<TableCell numeric>
				{row.growthBps === null ? "–" : formatBps(roundToTenth(BigInt(row.growthBps)), { signed: true })}
			</TableCell>
		</TableRow>
	);
}

function RankMove({ row, words: { t } }: { row: LeaderRow; words: Words }) {
	if (row.rank === null) return <span className="w-9 shrink-0" />;
	if (row.previousRank === null) {
		return (
			<span title={t("run.rankNew")} className="w-9 shrink-0 text-2xs text-ink-faint">
				{t("run.rankNew")}
			</span>
		);
	}
	const gained = row.previousRank - row.rank;
	const Icon = gained > 0 ? ArrowUp : gained < 0 ? ArrowDown : Minus;
	const n = formatCount(Math.abs(gained));
	const words = gained === 0 ? t("run.rankSame") : t(gained > 0 ? "run.rankUp" : "run.rankDown", { n });
	return (
		<span
			title={words}
			className={cn(
				"figure inline-flex w-9 shrink-0 items-center gap-0.5 text-xs",
				gained > 0 && "text-success-ink",
				gained < 0 && "text-danger-ink",
				gained === 0 && "text-ink-faint",
			)}
		>
			<Icon aria-hidden="true" className="size-3" />
			<span aria-hidden="true">{gained !== 0 && n}</span>
			<span className="sr-only">{words}</span>
		</span>
	);
}

function Movement({ row, words: { t } }: { row: LeaderRow; words: Words }) {
	const word = t(`history.movement.${row.movement}`);
	const isUp = row.movement === "UP";
	const isDown = row.movement === "DOWN" || row.movement === "DOWN_LIMITED";
	const from =
		row.previousTier !== null && row.previousTier !== row.tier ? `T${row.previousTier} → T${row.tier}` : "";
	return (
		<span className="flex flex-wrap items-center gap-1.5">
			{row.movement === "RED_LINE" ? (
				<Badge tone="danger">{t("run.redLine")}</Badge>
			) : (
				<span
					className={cn(
						"text-sm",
						isUp && "text-success-ink",
						isDown && "text-danger-ink",
						!isUp && !isDown && "text-ink-faint",
					)}
				>
					{word}
				</span>
			)}
			{from && <span className="figure text-ink-faint text-xs">{from}</span>}
			{row.entersProbation && <Badge tone="warning">{t("run.probation")}</Badge>}
			{row.inBottom && !row.entersProbation && <Badge>{t("run.inBottom")}</Badge>}
		</span>
	);
}

/** Growth is read at a glance: tenths of a percent are enough. */
function roundToTenth(bps: bigint): bigint {
	return ((bps + (bps < 0n ? -5n : 5n)) / 10n) * 10n;
}
