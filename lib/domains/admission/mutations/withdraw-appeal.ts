import "server-only";
import { findOwnAppeal } from "@/lib/domains/admission/data/own-appeals";
import { tellApplicant, tellReviewer } from "@/lib/domains/admission/mutations/tell";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PartnerScope } from "@/lib/platform/session/scope";

/**
 * Takes back an appeal nobody has decided yet, whatever its version; the rejection stands.
 * @throws AppError NOT_FOUND for an appeal that is not the organisation's own
 */
export function withdrawAppeal(
	scope: PartnerScope,
	{ appealId }: { appealId: string },
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(async (tx): Promise<Outcome<{ version: number }>> => {
		const appeal = await findOwnAppeal(scope, appealId, tx);
		if (!appeal) throw new AppError("NOT_FOUND");
		const version = appeal.version + 1;
		const { count } = await tx.appeal.updateMany({
			where: { id: appealId, state: "OPEN", version: appeal.version },
			data: { state: "WITHDRAWN", version },
		});
		if (count !== 1) return refuse("APPEAL_CLOSED");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "appeal.withdraw",
			subjectType: "appeal",
			subjectId: appealId,
			before: { state: "OPEN", version: appeal.version },
			after: { state: "WITHDRAWN", version },
		});
		const told = { ...appeal.application, version, assigneeId: appeal.assigneeId };
		await tellApplicant(tx, told, "appealWithdrawn", { appeal: appeal.number, by: scope.userName });
		await tellReviewer(tx, told, "appealWithdrawnForReviewer", { appeal: appeal.number });
		return { ok: true, version };
	});
}
