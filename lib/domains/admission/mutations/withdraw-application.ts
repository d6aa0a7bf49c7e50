import "server-only";
import { findOwnApplication } from "@/lib/domains/admission/data/applications";
import { explained, moveApplication } from "@/lib/domains/admission/mutations/move";
import { tellApplicant, tellReviewer } from "@/lib/domains/admission/mutations/tell";
import { mayWithdraw } from "@/lib/domains/admission/policy";
import { actorOf } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PartnerScope } from "@/lib/platform/session/scope";

/**
 * Withdraws an application that is still open, whatever its version: what stands in the form does not matter to it.
 * @throws AppError NOT_FOUND for an application that is not the organisation's own
 */
export async function withdrawApplication(
	scope: PartnerScope,
	applicationId: string,
): Promise<Outcome<{ version: number }>> {
	const outcome = await inOutcomeTransaction(async (tx) => {
		const application = await findOwnApplication(scope, applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		if (!mayWithdraw(application.state)) return refuse("STALE_VERSION");
		const moved = await moveApplication(tx, application, {
			event: "withdraw",
			side: "company",
			actor: actorOf(scope),
		});
		if (!moved.ok) return moved;
		const told = {
			...application,
			companyName: application.companyName || application.form.company.name,
			version: moved.version,
		};
		await tellApplicant(tx, told, "applicationWithdrawn", { by: scope.userName });
		await tellReviewer(tx, told, "applicationWithdrawnForReviewer");
		return { ok: true, version: moved.version };
	});
	return explained(applicationId, scope.workspace, outcome);
}
