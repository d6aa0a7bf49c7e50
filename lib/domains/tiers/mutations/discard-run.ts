import "server-only";
import { countBlocks } from "@/lib/domains/tiers/data/run-blocks";
import { RUN_LOCK } from "@/lib/domains/tiers/data/run-lock";
import { lockRun } from "@/lib/domains/tiers/mutations/lock-run";
import { tellPartnersOfWithdrawal } from "@/lib/domains/tiers/mutations/tell-of-run";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/**
 * A lead drops a run that is not final: its verdicts go, its row stays with the reason. One being computed is dropped only
 * when the process that computes it is gone; one in notice only when no appeal waits, and its partners are told.
 * @throws AppError NOT_FOUND for a run that does not exist
 */
export function discardRun(
	scope: PlatformScope,
	{ runId, reason, now }: { runId: string; reason: string; now: Date },
): Promise<Outcome> {
	grant(scope, "evaluation.run");
	return inRawTransaction(async (client) => {
		const held = await client.query<{ free: boolean }>(
			"SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS free",
			[RUN_LOCK, runId],
		);
		if (!held.rows[0]?.free) return refuse("RUN_IN_PROGRESS");
		const { status, period } = await lockRun(client, runId);
		if (status !== "COMPUTING" && status !== "DRAFT" && status !== "NOTICE") return refuse("RUN_ENDED");
		const { appeals } = await countBlocks(client, runId);
		if (appeals > 0) return refuse("APPEALS_OPEN", { params: { count: appeals } });
		if (status === "NOTICE") await tellPartnersOfWithdrawal(client, { runId, period });
		await client.query("DELETE FROM classifications WHERE run_id = $1", [runId]);
		await client.query(
			"UPDATE evaluation_runs SET status = 'DISCARDED', ended_at = $2, reason = coalesce(reason, $3) WHERE id = $1",
			[runId, now, reason],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "evaluation.discard",
			subjectType: "evaluation_run",
			subjectId: runId,
			before: { status },
			after: { status: "DISCARDED" },
			reason,
		});
		return { ok: true };
	});
}
