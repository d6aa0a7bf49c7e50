import "server-only";
import { countBlocks } from "@/lib/domains/tiers/data/run-blocks";
import { finaliseRun } from "@/lib/domains/tiers/mutations/finalise-run";
import { lockRun } from "@/lib/domains/tiers/mutations/lock-run";
import { tellLeadsRaw } from "@/lib/domains/tiers/mutations/tell-of-run";
import type { Actor } from "@/lib/platform/audit/actor";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { businessDayOf, monthRange } from "@/lib/platform/time";

/**
 * Makes a run final whose notice is over and in which nothing waits for an answer.
 * @throws AppError NOT_FOUND for a run that does not exist
 */
export function closeNotice({
	runId,
	actor,
	now,
}: {
	runId: string;
	actor: Actor;
	now: Date;
}): Promise<Outcome<{ applied: number; probation: number }>> {
	return inRawTransaction(async (client) => {
		const { status, period, noticeUntil } = await lockRun(client, runId);
		if (status !== "NOTICE" || noticeUntil === null) return refuse("RUN_NOT_IN_NOTICE");
		if (businessDayOf(now) <= noticeUntil)
			return refuse("NOTICE_RUNNING", { params: { until: noticeUntil } });
		const { appeals, overrides } = await countBlocks(client, runId);
		if (appeals > 0) return refuse("APPEALS_OPEN", { params: { count: appeals } });
		if (overrides > 0) return refuse("OVERRIDES_OPEN", { params: { count: overrides } });
		const effect = await finaliseRun(client, { id: runId, period: monthRange(period).from }, { actor, now });
		return { ok: true, ...effect };
	});
}

/** Makes every run final that can be; leads are told once of one that could be but for what waits in it. */
export async function closeDueNotices(actor: Actor, now: Date): Promise<void> {
	const { rows } = await pool().query<{ runId: string; period: string }>(
		`SELECT id AS "runId", to_char(period, 'YYYY-MM') AS period FROM evaluation_runs
		  WHERE status = 'NOTICE' AND notice_until < $1 ORDER BY period`,
		[businessDayOf(now)],
	);
	for (const run of rows) {
		const outcome = await closeNotice({ runId: run.runId, actor, now });
		if (!outcome.ok) await inRawTransaction((client) => tellLeadsRaw(client, { ...run, kind: "runWaits" }));
	}
}
