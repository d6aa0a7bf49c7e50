import "server-only";
import { tellLeads, tellPartner } from "@/lib/domains/pools/mutations/tell";
import { monthStateOn } from "@/lib/domains/pools/rules/months";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { bothNames } from "@/lib/platform/notifications/both-names";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PartnerScope, type PlatformScope } from "@/lib/platform/session/scope";
import type { Day, Month } from "@/lib/platform/time";

type Found = { partnerId: string; name: string; zh: string; en: string; today: Day; isClosed: boolean };

/**
 * A partner says what is wrong with its month while it is under review: the month stays open until that is answered.
 * @throws AppError NOT_FOUND for a pool it never had anything from
 */
export function raiseObjection(
	scope: PartnerScope,
	input: { poolId: string; month: Month; statement: string },
): Promise<Outcome<object>> {
	grant(scope, "pool.read-own");
	return inRawOutcomeTransaction<object>(async (client) => {
		const first = `${input.month}-01`;
		const { rows } = await client.query<Found>(
			`SELECT g.partner_id AS "partnerId", x.name, p.name_zh AS zh, p.name_en AS en, shanghai_day(pool_now()) AS today,
			        EXISTS (SELECT FROM pool_months m WHERE m.pool_id = p.id AND m.month >= $3::date) AS "isClosed"
			   FROM pool_grants g JOIN pools p ON p.id = g.pool_id JOIN partners x ON x.id = g.partner_id
			  WHERE g.organisation_id = $1 AND p.id = $2 ORDER BY x.status = 'EXITED', g.created_at DESC LIMIT 1`,
			[scope.organisationId, input.poolId, first],
		);
		const found = rows[0];
		if (!found) throw new AppError("NOT_FOUND");
		if (monthStateOn(input.month, found.today, found.isClosed) !== "REVIEW")
			return refuse("NOT_UNDER_REVIEW");
		const id = newId("pob");
		const { rowCount } = await client.query(
			`INSERT INTO pool_objections (id, pool_id, month, partner_id, organisation_id, statement, raised_by_id, raised_at)
			 VALUES ($1, $2, $3, $4, $5, $6, $7, pool_now()) ON CONFLICT DO NOTHING`,
			[id, input.poolId, first, found.partnerId, scope.organisationId, input.statement, scope.userId],
		);
		if (rowCount === 0) return refuse("OBJECTION_OPEN");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "pool-month.object",
			subjectType: "pool",
			subjectId: input.poolId,
			after: { objection: id, month: input.month },
			reason: input.statement,
		});
		await tellLeads(client, scope.userId, {
			key: `pool-objection:${id}`,
			kind: "poolObjection",
			params: { pool: bothNames(found), company: found.name },
			href: routes.ops.poolView(input.poolId, { view: "months" }),
		});
		return { ok: true };
	});
}

/** A lead answers; what has to be put right is put right by movements of their own. */
export function answerObjection(
	scope: PlatformScope,
	{ objectionId, answer }: { objectionId: string; answer: string },
): Promise<Outcome<object>> {
	grant(scope, "pool.manage");
	return inRawOutcomeTransaction<object>(async (client) => {
		const { rows } = await client.query<{ poolId: string; organisationId: string; zh: string; en: string }>(
			`UPDATE pool_objections o SET answer = $2, answered_by_id = $3, answered_at = pool_now()
			   FROM pools p WHERE o.id = $1 AND o.answer IS NULL AND p.id = o.pool_id
			 RETURNING o.pool_id AS "poolId", o.organisation_id AS "organisationId", p.name_zh AS zh, p.name_en AS en`,
			[objectionId, answer, scope.userId],
		);
		const answered = rows[0];
		if (!answered) {
			const { rowCount } = await client.query("SELECT FROM pool_objections WHERE id = $1", [objectionId]);
			if (rowCount === 0) throw new AppError("NOT_FOUND");
			return refuse("ALREADY_ANSWERED");
		}
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "pool-month.answer",
			subjectType: "pool",
			subjectId: answered.poolId,
			organisationId: answered.organisationId,
			after: { objection: objectionId },
			reason: answer,
		});
		await tellPartner(client, answered.organisationId, {
			key: `pool-answer:${objectionId}`,
			kind: "poolObjectionAnswered",
			params: { pool: bothNames(answered) },
		});
		return { ok: true };
	});
}
