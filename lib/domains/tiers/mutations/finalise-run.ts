import "server-only";
import type { PoolClient } from "pg";
import { applyRun } from "@/lib/domains/tiers/mutations/apply-run";
import { logVerdicts } from "@/lib/domains/tiers/mutations/log-verdicts";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { AppError } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

export type Finalised = { applied: number; probation: number; probationEnded: number };

/**
 * Makes a run final inside the caller's transaction: the status, every verdict in the decision log, the tiers in force,
 * probations, audit rows and notifications. `period` is a first of month. The run must be a DRAFT or in NOTICE.
 * @throws AppError STALE_VERSION where it is anything else
 */
export async function finaliseRun(
	client: PoolClient,
	{ id, period }: { id: string; period: Day },
	{ actor, now }: { actor: Actor; now: Date },
): Promise<Finalised> {
	const { rowCount } = await client.query(
		`UPDATE evaluation_runs SET status = 'FINAL', finalised_at = $2, finalised_by_id = $3
		  WHERE id = $1 AND status IN ('DRAFT', 'NOTICE')`,
		[id, now, actor.userId],
	);
	if (rowCount !== 1) throw new AppError("STALE_VERSION");
	await logVerdicts(client, id, now);
	const effect = await applyRun(client, { id, period, actor });
	await recordAuditRaw(client, {
		actor,
		action: "evaluation.final",
		subjectType: "evaluation_run",
		subjectId: id,
		after: { period: period.slice(0, 7), ...effect },
	});
	return effect;
}
