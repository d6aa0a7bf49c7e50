import "server-only";
import type { PoolClient } from "pg";
import { NOTICE_DAYS } from "@/lib/domains/tiers/constants";
import { lockRun } from "@/lib/domains/tiers/mutations/lock-run";
import { tellPartnersOfNotice } from "@/lib/domains/tiers/mutations/tell-of-run";
import { type Actor, actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf, type Day } from "@/lib/platform/time";

/**
 * A lead shows a draft to the partners: from now each sees its own receipt, and may appeal for seven whole days after
 * today.
 * @throws AppError NOT_FOUND for a run that does not exist
 */
export function openNotice(
	scope: PlatformScope,
	{ runId, now }: { runId: string; now: Date },
): Promise<Outcome<{ until: Day }>> {
	grant(scope, "evaluation.run");
	return inRawTransaction((client) => showDraft(client, { runId, actor: actorOf(scope), now }));
}

/** The same inside a raw transaction, by whoever may. */
export async function showDraft(
	client: PoolClient,
	{ runId, actor, now }: { runId: string; actor: Actor; now: Date },
): Promise<Outcome<{ until: Day }>> {
	const run = await lockRun(client, runId);
	if (run.status !== "DRAFT") return refuse("RUN_NOT_DRAFT");
	const until = addDays(businessDayOf(now), NOTICE_DAYS);
	await client.query(
		`UPDATE evaluation_runs SET status = 'NOTICE', notice_at = $2, notice_by_id = $3, notice_until = $4 WHERE id = $1`,
		[runId, now, actor.userId, until],
	);
	const partners = await tellPartnersOfNotice(client, { runId, period: run.period, until });
	await recordAuditRaw(client, {
		actor,
		action: "evaluation.notice",
		subjectType: "evaluation_run",
		subjectId: runId,
		before: { status: "DRAFT" },
		after: { status: "NOTICE", until, partners },
	});
	return { ok: true, until };
}
