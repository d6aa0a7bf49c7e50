import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import { Sparkline } from "@/components/charts/sparkline";
import { cn } from "@/components/ui/cn";
import type { BoardRow } from "@/lib/domains/tiers/types/leaderboard";
import { formatCount, formatMonth } from "@/lib/platform/format";
import type { BoardWords } from "./board-words";

/** Places gained or lost since the run before: an arrow, and the same in words. */
export function RankMove({ row, words: { t } }: { row: BoardRow; words: BoardWords }) {
	if (row.rank === null) return <span className="w-9 shrink-0" />;
	if (row.previousRank === null) {
		return (
			<span title={t("board.rankNewLong")} className="w-9 shrink-0 whitespace-nowrap text-2xs text-ink-faint">
				{t("board.rankNew")}
			</span>
		);
	}
	const gained = row.previousRank - row.rank;
	const Icon = gained > 0 ? ArrowUp : gained < 0 ? ArrowDown : Minus;
	const n = formatCount(Math.abs(gained));
	const said = gained === 0 ? t("board.rankSame") : t(gained > 0 ? "board.rankUp" : "board.rankDown", { n });
	return (
		<span
			title={said}
			className={cn(
				"figure inline-flex w-9 shrink-0 items-center gap-0.5 text-xs",
				gained > 0 && "text-success-ink",
				gained < 0 && "text-danger-ink",
				gained === 0 && "text-ink-faint",
			)}
		>
			<Icon aria-hidden="true" className="size-3" />
			<span aria-hidden="true">{gained !== 0 && n}</span>
			<span className="sr-only">{said}</span>
		</span>
	);
}

/** The ranks of the last final runs as a line; its words hold the first, the last, the best and the worst. */
export function RankTrail({ row, words: { t, locale } }: { row: BoardRow; words: BoardWords }) {
	const ranks = row.trail.map(({ rank }) => rank);
	const [first, last] = [row.trail[0], row.trail.at(-1)];
	if (!first || !last) return <span className="text-ink-faint">–</span>;
	const label =
		ranks.length === 1
			? t("board.trailOne", { month: formatMonth(last.period, locale), rank: formatCount(last.rank) })
			: t("board.trailWords", {
					from: formatMonth(first.period, locale),
					first: formatCount(first.rank),
					to: formatMonth(last.period, locale),
					last: formatCount(last.rank),
					best: formatCount(Math.min(...ranks)),
					worst: formatCount(Math.max(...ranks)),
				});
	return <Sparkline values={ranks} label={label} lowerIsBetter />;
}
