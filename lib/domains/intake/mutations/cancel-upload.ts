import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** Stops an import that waits or runs: nothing of the file is recorded. One that has just been committed stays. */
export function cancelUpload(scope: PlatformScope, id: string, now: Date): Promise<Outcome> {
	return inOutcomeTransaction(async (tx) => {
		const { count } = await tx.importUpload.updateMany({
			where: { id, state: { in: ["QUEUED", "RUNNING"] } },
			data: { state: "CANCELLED", finishedAt: now },
		});
		if (count === 0) {
			if (!(await tx.importUpload.findUnique({ where: { id } }))) throw new AppError("NOT_FOUND");
			return refuse("UPLOAD_FINISHED");
		}
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "import.cancel",
			subjectType: "import_upload",
			subjectId: id,
			after: { state: "CANCELLED" },
		});
		return { ok: true };
	});
}
