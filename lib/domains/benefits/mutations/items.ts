import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type Scope } from "@/lib/platform/session/scope";
import { judgeInside } from "./judge";

/** Takes a training, a tool or a document; taking it again changes nothing. */
export function takeItem(scope: Scope, itemId: string): Promise<Outcome<object>> {
	grant(scope, "benefit.own");
	const { workspace, organisationId } = scope;
	if (workspace === "platform") throw new AppError("FORBIDDEN");
	return inRawOutcomeTransaction<object>(async (client) => {
		const { rows } = await client.query<{ benefitId: string }>(
			`SELECT benefit_id AS "benefitId" FROM benefit_items WHERE id = $1 AND is_active`,
			[itemId],
		);
		if (!rows[0]) throw new AppError("NOT_FOUND");
		const { eligibility } = await judgeInside(client, rows[0].benefitId, { workspace, organisationId });
		if (!eligibility.eligible) return refuse("NOT_ELIGIBLE");
		const { rowCount } = await client.query(
			`INSERT INTO benefit_takings (item_id, organisation_id, taken_by_id, taken_at) VALUES ($1, $2, $3, pool_now())
			 ON CONFLICT DO NOTHING`,
			[itemId, organisationId, scope.userId],
		);
		if (rowCount) await audit(scope, client, itemId, "benefit-item.take");
		return { ok: true };
	});
}

/** The taker says that it is done with an item, or that it is not. */
export function markItem(scope: Scope, itemId: string, isDone: boolean): Promise<Outcome<object>> {
	grant(scope, "benefit.own");
	return inRawOutcomeTransaction<object>(async (client) => {
		const { rowCount } = await client.query(
			`UPDATE benefit_takings SET done_at = CASE WHEN $3 THEN coalesce(done_at, pool_now()) END
			  WHERE item_id = $1 AND organisation_id = $2`,
			[itemId, scope.organisationId, isDone],
		);
		if (rowCount === 0) throw new AppError("NOT_FOUND");
		await audit(scope, client, itemId, isDone ? "benefit-item.finish" : "benefit-item.reopen");
		return { ok: true };
	});
}

function audit(scope: Scope, client: Parameters<typeof recordAuditRaw>[0], itemId: string, action: string) {
	return recordAuditRaw(client, {
		actor: actorOf(scope),
		action,
		subjectType: "benefit_item",
		subjectId: itemId,
	});
}
