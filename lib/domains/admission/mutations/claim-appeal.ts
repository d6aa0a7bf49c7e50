import "server-only";
import { findAppealCase } from "@/lib/domains/admission/data/appeals";
import {
	type AppealMoved,
	type AppealTarget,
	explainedAppeal,
	reassignAppeal,
} from "@/lib/domains/admission/mutations/move-appeal";
import { refusingTheBound } from "@/lib/domains/admission/mutations/refused-by-database";
import { tellAppealTakenOver } from "@/lib/domains/admission/mutations/tell";
import { mayReleaseAppeal, objectionToJudging } from "@/lib/domains/admission/policy";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

/**
 * Makes an open appeal the reader's own, or takes it over from a colleague, who is told. Only for somebody who had no
 * part in the decision it is about.
 * @throws AppError NOT_FOUND for an appeal that does not exist
 */
export function claimAppeal(scope: PlatformScope, { appealId, version }: AppealTarget): Promise<AppealMoved> {
	return refusingTheBound(async () => {
		const outcome = await inOutcomeTransaction<{ version: number }>(async (tx) => {
			const found = await findAppealCase(scope, appealId, tx);
			if (!found) throw new AppError("NOT_FOUND");
			const { appeal, involvement } = found;
			const objection = objectionToJudging(scope.role, involvement);
			if (objection) return refuse(objection);
			if (appeal.state !== "OPEN" || appeal.version !== version) return refuse("STALE_VERSION");
			if (appeal.assigneeId === scope.userId) return { ok: true, version };
			const moved = await reassignAppeal(tx, scope, appeal, scope.userId);
			if (moved.ok && appeal.assigneeId) await tellAppealTakenOver(tx, appeal, moved.version, scope.userName);
			return moved;
		});
		return explainedAppeal(appealId, outcome);
	});
}

/** Gives an appeal back to the queue; its clock runs on. @throws AppError NOT_FOUND as `claimAppeal` */
export async function releaseAppeal(
	scope: PlatformScope,
	{ appealId, version }: AppealTarget,
): Promise<AppealMoved> {
	const outcome = await inOutcomeTransaction<{ version: number }>(async (tx) => {
		const found = await findAppealCase(scope, appealId, tx);
		if (!found) throw new AppError("NOT_FOUND");
		const { appeal } = found;
		if (appeal.version !== version) return refuse("STALE_VERSION");
		if (!mayReleaseAppeal(appeal, scope.userId)) return refuse("TRANSITION_ILLEGAL");
		return reassignAppeal(tx, scope, appeal, null);
	});
	return explainedAppeal(appealId, outcome);
}
