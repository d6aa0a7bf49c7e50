import "server-only";
import { notFound } from "next/navigation";
import { readLeaderboard, readTrackField } from "@/lib/domains/tiers/data/read-leaderboard";
import type { EvaluationDetail, TrackRanking } from "@/lib/domains/tiers/types/leaderboard";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

/** Rows of a leaderboard page (engineering.md §3). */
const PAGE_ROWS = 50;

/** A page of the ranking of one track of a run (the first track unless asked). */
export async function loadTrackRanking(
	{ run: { runId }, summary, tracks }: EvaluationDetail,
	query: { track?: string; page?: string },
): Promise<TrackRanking> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluation(runId));
	const trackCode = (tracks.find(({ code }) => code === query.track) ?? tracks[0])?.code ?? notFound();
	const partners = summary.tracks.find((track) => track.trackCode === trackCode)?.partners ?? 0;
	const pages = Math.max(1, Math.ceil(partners / PAGE_ROWS));
	const page = Math.min(Math.max(Number.parseInt(query.page ?? "1", 10) || 1, 1), pages);
	const [field, rows] = await Promise.all([
		readTrackField(scope, runId, trackCode),
		readLeaderboard(scope, { runId, trackCode, offset: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS }),
	]);
	return { trackCode, field: field ?? notFound(), rows, page, pages };
}
