import "server-only";
import { notFound } from "next/navigation";
import { readAnomalies, readAnomalyKinds, readReviewProgress } from "@/lib/domains/tiers/data/read-review";
import { readRun, readTracks } from "@/lib/domains/tiers/data/read-runs";
import { type ReviewQuery, writePlace } from "@/lib/domains/tiers/rules/review-query";
import type { ReviewProgress, RunReview } from "@/lib/domains/tiers/types/review";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

const PAGE_ROWS = 25;

/** What was found in a run, one kind at a time (the gravest unless asked), and how much of it somebody looked at. */
export async function loadRunReview(runId: string, query: ReviewQuery): Promise<RunReview> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluationReview(runId));
	const [found, tracks, progress, kinds] = await Promise.all([
		readRun(scope, runId),
		readTracks(),
		readReviewProgress(scope, runId),
		readAnomalyKinds(scope, runId),
	]);
	if (!found) notFound();
	const kind = (kinds.find((one) => one.kind === query.kind) ?? kinds[0])?.kind ?? null;
	const asked = { open: query.open, after: query.after, limit: PAGE_ROWS + 1 };
	const read = kind ? await readAnomalies(scope, runId, { ...asked, kind }) : [];
	const rows = read.slice(0, PAGE_ROWS);
	const last = rows.at(-1);
	return {
		run: found.run,
		tracks,
		progress,
		kinds,
		kind,
		open: query.open,
		rows,
		isFirst: query.after === null,
		next: last && read.length > PAGE_ROWS ? writePlace(last) : null,
		canReview: can(scope.role, "evaluation.review"),
	};
}

/** For the run's own page: "12 of 14 looked at" before its notice opens. */
export async function loadReviewProgress(runId: string): Promise<ReviewProgress> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluation(runId));
	return readReviewProgress(scope, runId);
}
