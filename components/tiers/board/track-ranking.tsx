import { Download } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { asksWithin, filtersOf } from "@/lib/domains/tiers/rules/board-query";
import type { RankedRun, TrackRanking as Ranking } from "@/lib/domains/tiers/types/leaderboard";
import { formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { trackName } from "../track-name";
import { BoardFilters } from "./board-filters";
import { boardHref } from "./board-href";
import { BoardTable } from "./board-table";
import { openBoardWords } from "./board-words";
import { FoundPartners } from "./found-partners";
import { ZoneKey } from "./zone-key";

type Props = { detail: RankedRun; ranking: Ranking | null };

/** The leaderboard of one track of a run. Nothing while the run has ranked nobody. */
export async function TrackRanking({ detail: { run, summary, tracks }, ranking }: Props) {
	if (!ranking) return null;
	const words = await openBoardWords();
	const { t, locale } = words;
	const { trackCode, field, query, rows, unranked } = ranking;
	const chosen = tracks.find(({ code }) => code === trackCode);
	const label = t("board.of", { track: chosen ? trackName(chosen, locale) : trackCode });
	const note = field.field.held
		? t("board.field", { eligible: formatCount(field.field.eligible) })
		: t("board.noRace", { min: field.rules.race.minTrackSize });
	const common = { runId: run.runId, ranking, words };
	const hrefOf = (place: Ranking["next"]) =>
		place && boardHref(run.runId, { ...filtersOf(query), track: trackCode, ...place });
	return (
		<section className="space-y-4" id="leaderboard">
			<BoardFilters {...common} />
			<FoundPartners {...common} />
			<Card className="overflow-hidden">
				<CardHeader
					title={t("board.title")}
					description={note}
					actions={
						<div className="flex flex-wrap items-center gap-2">
							{asksWithin(query) && (
								<Button asChild variant="ghost" size="sm">
									<Link href={routes.ops.evaluation(run.runId)}>{t("board.overview")}</Link>
								</Button>
							)}
							<ExportButton href={routes.api.leaderboard(run.runId, trackCode)} label={t("board.export")} />
						</div>
					}
				/>
				<div className="px-5">
					<LinkTabs
						label={t("board.tracks")}
						tabs={tracks.map((track) => ({
							href: boardHref(run.runId, { track: track.code }),
							label: trackName(track, locale),
							count: formatCount(summary.tracks.find((one) => one.trackCode === track.code)?.partners ?? 0),
							isCurrent: track.code === trackCode,
						}))}
					/>
				</div>
				<ZoneKey {...common} />
				{rows.length + unranked.length > 0 ? (
					<BoardTable label={label} {...common} />
				) : (
					<EmptyState title={t("board.emptyTitle")} description={t("board.emptyHint")} />
				)}
				<Pagination
					total={ranking.total}
					previousHref={hrefOf(ranking.previous)}
					nextHref={hrefOf(ranking.next)}
				/>
			</Card>
		</section>
	);
}

function ExportButton({ href, label }: { href: string; label: string }) {
	return (
		<Button asChild variant="secondary" size="sm">
			<a href={href} download>
				<Download aria-hidden="true" />
				{label}
			</a>
		</Button>
	);
}
