import "server-only";
import { listDecisions, readLogSummary } from "@/lib/domains/decisions/data/list-decisions";
import { type DecisionFilter, decisionFilterSchema } from "@/lib/domains/decisions/schema";
import type { DecisionRow, LastCheck, LogState } from "@/lib/domains/decisions/types";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

export type DecisionLogView = {
	filter: DecisionFilter;
	rows: DecisionRow[];
	total: number;
	next: string | null;
	state: LogState;
	lastCheck: LastCheck | null;
};

/** A page of the decision log, with where it ends and what its last verification found. */
export async function loadDecisions(
	query: Record<string, string | string[] | undefined>,
): Promise<DecisionLogView> {
	const scope = await requireScope("decision.read", routes.ops.decisions());
	const filter = decisionFilterSchema.parse(query);
	const [page, summary] = await Promise.all([listDecisions(scope, filter), readLogSummary(scope)]);
	return { filter, ...page, ...summary };
}
