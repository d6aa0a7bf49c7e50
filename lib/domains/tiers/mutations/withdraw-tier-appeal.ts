import "server-only";
import { findOwnTierAppeal } from "@/lib/domains/tiers/data/own-tier-appeals";
import { tellCompanyOfAppeal } from "@/lib/domains/tiers/mutations/tell-of-tier-appeal";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";

/**
 * Takes back an appeal nobody has answered yet; the verdict stands, and the criterion may be appealed again in time.
 * @throws AppError NOT_FOUND for an appeal that is not the organisation's own
 */
export function withdrawTierAppeal(
	scope: PartnerScope,
	{ appealId, now }: { appealId: string; now: Date },
): Promise<Outcome> {
	grant(scope, "tier-appeal.file");
	return inRawTransaction(async (client): Promise<Outcome> => {
		const appeal = await findOwnTierAppeal(scope, appealId, client);
		if (!appeal) throw new AppError("NOT_FOUND");
		const { version, number, period } = appeal;
		const { rowCount } = await client.query(
			`UPDATE tier_appeals SET state = 'WITHDRAWN', version = version + 1, closed_at = $3
			  WHERE id = $1 AND state = 'OPEN' AND version = $2`,
			[appealId, version, now],
		);
		if (rowCount !== 1) return refuse("APPEAL_CLOSED");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "tier-appeal.withdraw",
			subjectType: "tier_appeal",
			subjectId: appealId,
			before: { state: "OPEN", version },
			after: { state: "WITHDRAWN", version: version + 1 },
		});
		const told = { id: appealId, number, period, organisationId: scope.organisationId };
		await tellCompanyOfAppeal(client, told, "tierAppealWithdrawn", { by: scope.userName });
		return { ok: true };
	});
}
