import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { AppError, type Outcome } from "@/lib/platform/errors/errors";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";

/**
 * Whether the scope's own partner is named in its track's ranking, from now on: taken back, the name is gone with the
 * next page anybody opens. A choice that changes nothing leaves no trace.
 * @throws AppError NOT_FOUND where the organisation is no partner
 */
export function chooseRanking(
	scope: PartnerScope,
	isPublic: boolean,
	now: Date,
): Promise<Outcome<{ isPublic: boolean }>> {
	grant(scope, "ranking.choose");
	return inRawTransaction(async (client) => {
		const { rows } = await client.query<{ id: string; wasPublic: boolean }>(
			`SELECT p.id, coalesce((SELECT is_public FROM ranking_choices c WHERE c.partner_id = p.id), false) AS "wasPublic"
			   FROM partners p WHERE p.organisation_id = $1 AND p.status <> 'EXITED'
			  ORDER BY p.created_at DESC, p.id DESC LIMIT 1 FOR UPDATE`,
			[scope.organisationId],
		);
		const partner = rows[0];
		if (!partner) throw new AppError("NOT_FOUND");
		if (partner.wasPublic === isPublic) return { ok: true, isPublic };
		await client.query(
			`INSERT INTO ranking_choices (partner_id, organisation_id, is_public, chosen_at, chosen_by_id)
			 VALUES ($1, $2, $3, $4, $5)
			 ON CONFLICT (partner_id) DO UPDATE SET is_public = $3, chosen_at = $4, chosen_by_id = $5`,
			[partner.id, scope.organisationId, isPublic, now, scope.userId],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: isPublic ? "ranking.show-name" : "ranking.hide-name",
			subjectType: "partner",
			subjectId: partner.id,
			before: { isPublic: partner.wasPublic },
			after: { isPublic },
		});
		return { ok: true, isPublic };
	});
}
