import "server-only";
import { holdApplication } from "@/lib/domains/fund/mutations/held";
import { moveStage } from "@/lib/domains/fund/mutations/move-stage";
import { listFundLeads, tellFundStaff } from "@/lib/domains/fund/mutations/tell";
import { findEdge } from "@/lib/domains/fund/rules/transitions";
import type { WithdrawFund } from "@/lib/domains/fund/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";

/**
 * The applicant takes its application back, from any open stage.
 * @throws AppError NOT_FOUND for another company's
 */
export function withdrawFromFund(
	scope: PartnerScope,
	{ applicationId, version, reason }: WithdrawFund,
): Promise<Outcome<object>> {
	grant(scope, "fund.apply");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId, scope);
		if (!findEdge(held.stage, "WITHDRAWN")) return refuse("FUND_CLOSED");
		if (held.version !== version) return refuse("STALE_VERSION");
		await moveStage(client, held, { to: "WITHDRAWN", reason, actor: actorOf(scope) });
		await tellFundStaff(client, held, "fundWithdrawn", [
			held.assigneeId,
			...(await listFundLeads(client, held.organisationId)),
		]);
		return { ok: true };
	});
}
