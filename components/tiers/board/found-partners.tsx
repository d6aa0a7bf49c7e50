import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import type { TrackRanking } from "@/lib/domains/tiers/types/leaderboard";
import { formatCount } from "@/lib/platform/format";
import { boardHref } from "./board-href";
import type { BoardWords } from "./board-words";

type FoundPartnersProps = { runId: string; ranking: TrackRanking; words: BoardWords };

/** What a search found: nothing, one (its row is on this page), or several to choose from. */
export function FoundPartners({ runId, ranking, words: { t } }: FoundPartnersProps) {
	const { found, query, trackCode } = ranking;
	if (!found) return null;
	const [only] = found;
	if (!only) return <Banner tone="warning">{t("board.foundNone", { text: query.find })}</Banner>;
	if (found.length === 1) {
		const said =
			only.rank === null
				? t("board.foundUnranked", { name: only.name })
				: t("board.foundOne", { name: only.name, rank: formatCount(only.rank) });
		return <Banner tone="info">{said}</Banner>;
	}
	return (
		<Banner tone="info">
			<p>{t("board.foundSome", { text: query.find })}</p>
			<ul className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
				{found.map(({ partnerId, name, rank }) => (
					<li key={partnerId}>
						<Link
							href={boardHref(runId, { track: trackCode, mark: partnerId })}
							className="underline underline-offset-4"
						>
							{name}
						</Link>{" "}
						<span className="figure text-xs">
							{rank === null ? t("board.noRank") : t("board.rankOf", { rank: formatCount(rank) })}
						</span>
					</li>
				))}
			</ul>
		</Banner>
	);
}
