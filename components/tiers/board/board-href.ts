import { writeBoardQuery } from "@/lib/domains/tiers/rules/board-query";
import type { BoardQuery } from "@/lib/domains/tiers/types/leaderboard";
import { routes } from "@/lib/platform/routes/routes";

/** A page of a run's leaderboard. */
export function boardHref(runId: string, query: Partial<BoardQuery>): string {
	const search = writeBoardQuery(query);
	return search ? `${routes.ops.evaluation(runId)}?${search}` : routes.ops.evaluation(runId);
}
