import "server-only";
import { rehearsalJob } from "@/lib/domains/intake/constants";
import type { RehearseUploadInput } from "@/lib/domains/intake/schema/mappings";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** Asks for a dry run of an uploaded file; it takes the place of the one before. */
export async function startRehearsal(
	scope: PlatformScope,
	{ uploadId, mapping }: RehearseUploadInput,
	now: Date,
): Promise<Outcome<{ id: string }>> {
	const id = newId("reh");
	const before = await db().importRehearsal.findUnique({ where: { uploadId } });
	const outcome = await inOutcomeTransaction<{ id: string }>(async (tx) => {
		const upload = await tx.importUpload.findUnique({ where: { id: uploadId } });
		if (!upload) throw new AppError("NOT_FOUND");
		if (upload.state !== "UNMAPPED") return refuse("UPLOAD_NOT_WAITING");
		await tx.importRehearsal.deleteMany({ where: { uploadId } });
		await tx.importRehearsal.create({
			data: { id, uploadId, ...mapping, startedById: scope.userId, createdAt: now },
		});
		await enqueueJob(tx, rehearsalJob, { id }, { key: id });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "import.rehearse",
			subjectType: "import_upload",
			subjectId: uploadId,
			after: { rehearsal: id, ...mapping },
		});
		return { ok: true, id };
	});
	if (outcome.ok && before?.errorsKey) await openFileStore().remove(before.errorsKey);
	return outcome;
}

/** Stops a dry run; there is nothing to take back. */
export function cancelRehearsal(scope: PlatformScope, id: string, now: Date): Promise<Outcome> {
	return inOutcomeTransaction(async (tx) => {
		const { count } = await tx.importRehearsal.updateMany({
			where: { id, state: { in: ["QUEUED", "RUNNING"] } },
			data: { state: "CANCELLED", finishedAt: now },
		});
		if (count === 0) {
			if (!(await tx.importRehearsal.findUnique({ where: { id } }))) throw new AppError("NOT_FOUND");
			return refuse("UPLOAD_FINISHED");
		}
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "import.cancel-rehearsal",
			subjectType: "import_rehearsal",
			subjectId: id,
			after: { state: "CANCELLED" },
		});
		return { ok: true };
	});
}

/** Forgets the dry run of a file that is gone, and its refused lines with it. */
export async function removeRehearsal(uploadId: string): Promise<void> {
	const rehearsal = await db().importRehearsal.findUnique({ where: { uploadId } });
	if (!rehearsal) return;
	if (rehearsal.errorsKey) await openFileStore().remove(rehearsal.errorsKey);
	await db().importRehearsal.deleteMany({ where: { id: rehearsal.id } });
}

/** What the job writes of its result; false where it was cancelled or another has taken its place. */
export async function finishRehearsal(
	id: string,
	data: Pick<
		Prisma.ImportRehearsalUpdateManyMutationInput,
		"state" | "result" | "failure" | "errorsKey" | "lines"
	>,
): Promise<boolean> {
	const { count } = await db().importRehearsal.updateMany({
		where: { id, state: "RUNNING" },
		data: { ...data, phase: "done", finishedAt: new Date() },
	});
	return count > 0;
}
