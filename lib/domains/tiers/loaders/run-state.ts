import "server-only";
import { readRunProgress } from "@/lib/domains/tiers/data/read-runs";
import { readRunBlocks } from "@/lib/domains/tiers/data/run-blocks";
import type { RunHead, RunState } from "@/lib/domains/tiers/types";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** Where a run stands on its way to being final, and what holds it. */
export async function loadRunState(run: RunHead): Promise<RunState> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluation(run.runId));
	const isOpen = run.status === "DRAFT" || run.status === "NOTICE";
	const [progress, blocks] = await Promise.all([
		run.status === "COMPUTING" ? readRunProgress(scope, run.runId) : null,
		isOpen ? readRunBlocks(scope, run.runId) : { appeals: 0, overrides: 0 },
	]);
	return {
		run,
		progress,
		blocks,
		canRun: can(scope.role, "evaluation.run"),
		today: businessDayOf(new Date()),
	};
}
