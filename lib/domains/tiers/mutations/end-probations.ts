import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditsRaw } from "@/lib/platform/audit/record";
import { notifyOrganisationsRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

type Ended = { probationId: string; partnerId: string; organisationId: string; name: string };

/**
 * The probations the race opened by an earlier run of the same month, of partners this run does not find at the bottom twice;
 * one a lead closed, or opened himself, stays. A code stands where nobody typed words. $1 partners, $2 actor, $3 run.
 */
const endProbations = `
	WITH unsupported AS (
		SELECT b.id, b.partner_id, b.organisation_id, p.name
		  FROM probations b JOIN partners p ON p.id = b.partner_id AND p.status = 'PROBATION'
		  JOIN classifications c ON c.run_id = $3 AND c.partner_id = b.partner_id
		       AND c.receipt #> '{decision,entersProbation}' = 'false'
		 WHERE b.partner_id = ANY($1) AND b.state = 'OPEN' AND b.opened_by_id IS NULL AND b.reason = 'RACE_BOTTOM'
		   AND (SELECT e.note FROM partner_events e WHERE e.partner_id = b.partner_id AND e.event = 'warn'
		         ORDER BY e.id DESC LIMIT 1) IN (
		        SELECT before.id FROM evaluation_runs before JOIN evaluation_runs own ON own.id = $3
		           AND own.corrects_run_id IS NOT NULL AND before.period = own.period AND before.id <> own.id)
		 ORDER BY b.id FOR UPDATE OF b
	), closed AS (
		UPDATE probations b SET state = 'RECOVERED', version = version + 1, closed_by_id = $2, closed_at = now(),
		       closing_note = 'RACE_CORRECTED' FROM unsupported u WHERE b.id = u.id
	), freed AS (
		UPDATE partners p SET status = 'ACTIVE' FROM unsupported u WHERE p.id = u.partner_id
	), lived AS (
		INSERT INTO partner_events (partner_id, event, from_status, to_status, actor_user_id, note)
		SELECT partner_id, 'recover', 'PROBATION', 'ACTIVE', $2, $3 FROM unsupported
	)
	SELECT id AS "probationId", partner_id AS "partnerId", organisation_id AS "organisationId", name FROM unsupported`;

/**
 * A correction ends the probations that the run it corrects had opened and that it does not support any more. `partnerIds`:
 * those whose tier it sets, so that a later month keeps its word. Answers how many.
 */
export async function endUnsupportedProbations(
	client: PoolClient,
	run: { id: string; actor: Actor },
	partnerIds: readonly string[],
): Promise<number> {
	const { rows } = await client.query<Ended>(endProbations, [partnerIds, run.actor.userId, run.id]);
	await recordAuditsRaw(
		client,
		rows.flatMap(({ probationId, partnerId, organisationId }) => {
			const shared = { actor: run.actor, organisationId, reason: run.id };
			const closed = { before: { state: "OPEN" }, after: { state: "RECOVERED" } };
			const freed = { before: { status: "PROBATION" }, after: { status: "ACTIVE" } };
			return [
				{
					...shared,
					...closed,
					action: "probation.recover",
					subjectType: "probation",
					subjectId: probationId,
				},
				{ ...shared, ...freed, action: "partner.recover", subjectType: "partner", subjectId: partnerId },
			];
		}),
	);
	const drafts = rows.map(({ probationId, organisationId, name }) => {
		const news = {
			kind: "probationTakenBack",
			params: { company: name },
			href: routes.partner.partnership(),
		};
		return [organisationId, { key: `probationTakenBack:${probationId}`, ...news }] as const;
	});
	await notifyOrganisationsRaw(client, new Map(drafts));
	return rows.length;
}
