import "server-only";
import type { LookInput, TakeBackLookInput } from "@/lib/domains/tiers/schema/review";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/**
 * Notes that somebody looked at anomalies of a run and what they found; all of them or none. Whoever was first stands.
 * @throws AppError NOT_FOUND where one of them is not (or no longer) an anomaly of the run
 */
export function lookAtAnomalies(
	scope: PlatformScope,
	{ runId, anomalies, note }: LookInput,
	now: Date,
): Promise<Outcome<{ looked: number }>> {
	grant(scope, "evaluation.review");
	return inRawTransaction(async (client) => {
		const keys = JSON.stringify(anomalies);
		const { rows: held } = await client.query(
			`SELECT FROM run_anomalies a JOIN ${keysSql} ON (k."partnerId", k.kind, k.metric) = (a.partner_id, a.kind, a.metric)
			  WHERE a.run_id = $2 FOR KEY SHARE OF a`,
			[keys, runId],
		);
		if (held.length !== anomalies.length) throw new AppError("NOT_FOUND");
		const { rowCount } = await client.query(
			`INSERT INTO anomaly_looks (run_id, partner_id, kind, metric, note, looked_at, looked_by_id)
			 SELECT $2, k."partnerId", k.kind, k.metric, $3, $4, $5 FROM ${keysSql} ON CONFLICT DO NOTHING`,
			[keys, runId, note, now, scope.userId],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "anomaly.look",
			subjectType: "evaluation_run",
			subjectId: runId,
			after: { anomalies },
			reason: note,
		});
		return { ok: true, looked: rowCount ?? 0 };
	});
}

const keysSql = `json_to_recordset($1) AS k("partnerId" text, kind text, metric text)`;

/** Takes a look back, so that the anomaly is open again. */
export function takeBackLook(
	scope: PlatformScope,
	{ runId, anomaly }: TakeBackLookInput,
): Promise<Outcome<object>> {
	grant(scope, "evaluation.review");
	return inRawTransaction(async (client) => {
		const { rows } = await client.query<{ note: string }>(
			`DELETE FROM anomaly_looks WHERE (run_id, partner_id, kind, metric) = ($1, $2, $3, $4) RETURNING note`,
			[runId, anomaly.partnerId, anomaly.kind, anomaly.metric],
		);
		const look = rows[0];
		if (!look) throw new AppError("NOT_FOUND");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "anomaly.take-back-look",
			subjectType: "evaluation_run",
			subjectId: runId,
			before: { ...anomaly, note: look.note },
		});
		return { ok: true };
	});
}
