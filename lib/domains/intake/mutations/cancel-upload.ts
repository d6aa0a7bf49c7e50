import "server-only";
import { removeRehearsal } from "@/lib/domains/intake/mutations/rehearsals";
import { type Actor, actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** Stops an import that waits or runs: nothing of the file is recorded. One that has just been committed stays. */
export async function cancelUpload(scope: PlatformScope, id: string, now: Date): Promise<Outcome> {
	let storageKey: string | null = null;
	const outcome = await inOutcomeTransaction(async (tx) => {
		storageKey = await cancelWaiting(tx, id, now);
		if (storageKey === null && !(await cancelRunning(tx, id, now))) {
			if (!(await tx.importUpload.findUnique({ where: { id } }))) throw new AppError("NOT_FOUND");
			return refuse("UPLOAD_FINISHED");
		}
		await recordCancel(tx, id, actorOf(scope));
		return { ok: true };
	});
	if (outcome.ok && storageKey !== null) await forgetFile(id, storageKey);
	return outcome;
}

/** Cancels files that nobody has mapped for long. @returns how many there were */
export async function discardUnmapped(before: Date, now: Date): Promise<number> {
	const old = await db().importUpload.findMany({ where: { state: "UNMAPPED", createdAt: { lt: before } } });
	for (const { id } of old) {
		let storageKey: string | null = null;
		await inOutcomeTransaction(async (tx) => {
			storageKey = await cancelWaiting(tx, id, now);
			if (storageKey !== null)
				await recordCancel(tx, id, { userId: null, label: "intake", organisationId: null, address: null });
			return { ok: true };
		});
		if (storageKey !== null) await forgetFile(id, storageKey);
	}
	return old.length;
}

/** Where its file lies, for nobody else will take it away; null where the upload does not wait. */
async function cancelWaiting(tx: Tx, id: string, now: Date): Promise<string | null> {
	const [cancelled] = await tx.importUpload.updateManyAndReturn({
		where: { id, state: { in: ["QUEUED", "UNMAPPED"] } },
		data: { state: "CANCELLED", opening: Prisma.DbNull, finishedAt: now },
	});
	return cancelled?.storageKey ?? null;
}

/** The import finds out when it next writes how far it is, and takes its file away itself. */
async function cancelRunning(tx: Tx, id: string, now: Date): Promise<boolean> {
	const { count } = await tx.importUpload.updateMany({
		where: { id, state: "RUNNING" },
		data: { state: "CANCELLED", opening: Prisma.DbNull, finishedAt: now },
	});
	return count > 0;
}

function recordCancel(tx: Tx, id: string, actor: Actor): Promise<void> {
	return recordAudit(tx, {
		actor,
		action: "import.cancel",
		subjectType: "import_upload",
		subjectId: id,
		after: { state: "CANCELLED" },
	});
}

async function forgetFile(id: string, storageKey: string): Promise<void> {
	await openFileStore().remove(storageKey);
	await removeRehearsal(id);
}
