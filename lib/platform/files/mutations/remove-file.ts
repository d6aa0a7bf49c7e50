import "server-only";
import { db } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { fileGates } from "@/lib/platform/files/gates/registry";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import type { Scope } from "@/lib/platform/session/scope";
import { holdSubject } from "./hold-subject";
import { takeBack } from "./take-back";

/**
 * Removes a file; `isKept` where it stays for the record because the other side has seen it.
 * @throws AppError NOT_FOUND for a file that does not exist for whoever asks, or is removed already
 */
export async function removeFile(scope: Scope, id: string): Promise<Outcome<{ isKept: boolean }>> {
	const found = await db().storedFile.findUnique({ where: { id } });
	if (!found) throw new AppError("NOT_FOUND");
	const outcome = await inOutcomeTransaction<{ freedKey: string | null }>(async (tx) => {
		await holdSubject(tx, found);
		const standing = await fileGates[found.purpose].stand(scope, found.subjectId, tx);
		const file = await tx.storedFile.findFirst({
			where: { id, subjectId: found.subjectId, removedAt: null },
		});
		if (!standing || !file) throw new AppError("NOT_FOUND");
		if (!standing.mayChange) return refuse("FILES_LOCKED");
		return { ok: true, freedKey: await takeBack(tx, scope, file, standing) };
	});
	if (!outcome.ok) return outcome;
	if (outcome.freedKey) await openFileStore().remove(outcome.freedKey);
	return { ok: true, isKept: outcome.freedKey === null };
}
