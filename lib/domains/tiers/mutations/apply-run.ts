import "server-only";
import type { PoolClient } from "pg";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import { endUnsupportedProbations } from "@/lib/domains/tiers/mutations/end-probations";
import type { Actor } from "@/lib/platform/audit/actor";
import { type AuditRecord, recordAuditsRaw } from "@/lib/platform/audit/record";
import { type NotificationDraft, notifyOrganisationsRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";

type AppliedRow = { partnerId: string; organisationId: string; fromTier: TierLevel; toTier: TierLevel };

/**
 * Makes a run's verdicts the tiers in force: only for partners whose tier is not from a later month, so that a run of the
 * past never undoes a newer one. A correction ends the probations it does not support. Writes the audit rows and the notifications of what changed. `period` is a first of month.
 */
export async function applyRun(
	client: PoolClient,
	run: { id: string; period: Day; actor: Actor },
): Promise<{ applied: number; probation: number; probationEnded: number }> {
	const applied = await applyTiers(client, run.id, run.period);
	const ended = await endUnsupportedProbations(
		client,
		run,
		applied.map((row) => row.partnerId),
	);
	const warned = await startProbation(client, applied, run);
	const records: AuditRecord[] = [];
	const drafts = new Map<string, NotificationDraft>();
	for (const row of applied) {
		const entersProbation = warned.has(row.partnerId);
		const subject = {
			actor: run.actor,
			subjectType: "partner",
			subjectId: row.partnerId,
			organisationId: row.organisationId,
			reason: run.id,
		};
		if (row.fromTier !== row.toTier) {
			const change = { before: { tier: row.fromTier }, after: { tier: row.toTier } };
			records.push({ ...subject, action: "partner.tier", ...change });
		}
		if (entersProbation) {
			const change = { before: { status: "ACTIVE" }, after: { status: "PROBATION" } };
			records.push({ ...subject, action: "partner.probation", ...change });
		}
		const kind = kindOf(row, entersProbation);
		if (kind) drafts.set(row.organisationId, draftOf(run, row, kind));
	}
	await recordAuditsRaw(client, records);
	await notifyOrganisationsRaw(client, drafts);
	return { applied: applied.length, probation: warned.size, probationEnded: ended };
}

async function applyTiers(client: PoolClient, runId: string, period: Day): Promise<AppliedRow[]> {
	const { rows } = await client.query<AppliedRow>(
		`WITH held AS (
			SELECT p.id, p.organisation_id, p.tier AS from_tier, c.tier AS to_tier
			  FROM classifications c JOIN partners p ON p.id = c.partner_id
			 WHERE c.run_id = $1 AND (p.tier_period IS NULL OR p.tier_period <= $2)
			 ORDER BY p.id FOR UPDATE OF p
		)
		UPDATE partners p SET tier = held.to_tier, tier_period = $2 FROM held WHERE p.id = held.id
		RETURNING p.id AS "partnerId", held.organisation_id AS "organisationId",
		          held.from_tier AS "fromTier", held.to_tier AS "toTier"`,
		[runId, period],
	);
	return rows;
}

/**
 * Warns partners the race found at the bottom: the status, the line in the partner's life, and a probation with the
 * standard plan, as long as the standards in force say. Codes stand where nobody typed words. $1 partners, $2 actor, $3 run.
 */
const openProbations = `
	WITH warned AS (
		UPDATE partners SET status = 'PROBATION' WHERE id = ANY($1) AND status = 'ACTIVE' RETURNING id, organisation_id
	), lived AS (
		INSERT INTO partner_events (partner_id, event, from_status, to_status, actor_user_id, note)
		SELECT id, 'warn', 'ACTIVE', 'PROBATION', $2, $3 FROM warned
	), today AS (
		SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS day
	), plan AS (
		SELECT day + coalesce((
			SELECT (document ->> 'probationDays')::int FROM policies
			 WHERE kind = 'admission' AND effective_from <= day ORDER BY effective_from DESC, version DESC LIMIT 1
		), 60) AS deadline, day + 7 AS first FROM today
	), opened AS (
		INSERT INTO probations (id, partner_id, organisation_id, reason, plan, deadline, opened_at)
		SELECT 'prb_' || translate(gen_random_uuid()::text, '-', ''), id, organisation_id, 'RACE_BOTTOM',
		       jsonb_build_object('items', jsonb_build_array(
		         jsonb_build_object('id', '1', 'text', '', 'code', 'IMPROVEMENT_PLAN', 'dueOn', least(first, deadline)),
		         jsonb_build_object('id', '2', 'text', '', 'code', 'LEAVE_BOTTOM', 'dueOn', deadline))),
		       deadline, now()
		  FROM warned, plan
		 WHERE NOT EXISTS (SELECT FROM probations b WHERE b.partner_id = warned.id AND b.state = 'OPEN')
	)
	SELECT id FROM warned`;

async function startProbation(
	client: PoolClient,
	applied: readonly AppliedRow[],
	run: { id: string; actor: Actor },
): Promise<Set<string>> {
	const entering = await client.query<{ id: string }>(
		`SELECT partner_id AS id FROM classifications
		  WHERE run_id = $1 AND receipt #> '{decision,entersProbation}' = 'true'`,
		[run.id],
	);
	const appliedIds = new Set(applied.map((row) => row.partnerId));
	const ids = entering.rows.map(({ id }) => id).filter((id) => appliedIds.has(id));
	const { rows } = await client.query<{ id: string }>(openProbations, [ids, run.actor.userId, run.id]);
	return new Set(rows.map((row) => row.id));
}

function kindOf(row: AppliedRow, entersProbation: boolean): string | null {
	if (entersProbation) return "tierProbation";
	if (row.fromTier === row.toTier) return null;
	return row.toTier > row.fromTier ? "tierUp" : "tierDown";
}

function draftOf(run: { id: string; period: Day }, row: AppliedRow, kind: string): NotificationDraft {
	return {
		key: `tier:${run.id}:${row.partnerId}`,
		kind,
		params: { from: row.fromTier, to: row.toTier, month: run.period.slice(0, 7) },
		href: routes.partner.tier(),
	};
}
