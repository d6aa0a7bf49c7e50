import "server-only";
import { proofLock } from "@/lib/domains/gmv/data/hold-totals";
import { CLOSE_ABANDONED } from "@/lib/domains/gmv/mutations/prove-totals";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

export const proofJob = "gmv.reconcile";

/** Asks for a proof now. Of two who ask at once, or while one runs, the second is refused: it would prove the same. */
export function askForProof(scope: PlatformScope): Promise<Outcome<{ requestId: string }>> {
	grant(scope, "proof.run");
	return inOutcomeTransaction(async (tx) => {
		await tx.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(${proofLock}, 0)`);
		await tx.$executeRawUnsafe(CLOSE_ABANDONED);
		const open = await tx.proofRequest.count({ where: { state: { in: ["QUEUED", "RUNNING"] } } });
		if (open > 0) return refuse("PROOF_RUNNING");
		const id = newId("prq");
		await tx.proofRequest.create({ data: { id, startedBy: scope.userId } });
		await enqueueJob(tx, proofJob, { requestId: id, startedBy: scope.userId }, { key: id });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "proof.ask",
			subjectType: "proof_request",
			subjectId: id,
		});
		return { ok: true, requestId: id };
	});
}
