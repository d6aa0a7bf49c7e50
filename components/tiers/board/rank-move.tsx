import { Sparkline } from "@/components/charts/sparkline";
import type { BoardRow } from "@/lib/domains/tiers/types/leaderboard";
import { formatCount, formatMonth } from "@/lib/platform/format";
import type { BoardWords } from "./board-words";

type Said = { row: BoardRow; words: BoardWords };

/** Places gained or lost since the run before: an arrow, and the same in words. */
export function renderRankMove({ row, words: { t } }: Said) {
	if (row.rank === null) return <i className="rank-move" />;
	if (row.previousRank === null) {
		return (
			<span className="rank-move" title={t("board.rankNewLong")}>
				{t("board.rankNew")}
			</span>
		);
	}
	const gained = row.previousRank - row.rank;
	const n = formatCount(Math.abs(gained));
	const way = gained > 0 ? "up" : gained < 0 ? "down" : "same";
	const said = gained === 0 ? t("board.rankSame") : t(gained > 0 ? "board.rankUp" : "board.rankDown", { n });
	return (
		<span role="img" aria-label={said} title={said} className="rank-move" data-way={way}>
			{gained !== 0 && n}
		</span>
	);
}

/** The ranks of the last final runs as a line; its words hold the first, the last, the best and the worst. */
export function renderRankTrail({ row, words: { t, locale } }: Said) {
	const ranks = row.trail.map(({ rank }) => rank);
	const [first, last] = [row.trail[0], row.trail.at(-1)];
	if (!first || !last) return "–";
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
	return Sparkline({ values: ranks, label, lowerIsBetter: true });
}
