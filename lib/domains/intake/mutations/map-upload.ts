import "server-only";
import type { UsedMapping } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain } from "@/lib/domains/gmv/types";
import { uploadJob } from "@/lib/domains/intake/constants";
import { toUsedMapping } from "@/lib/domains/intake/rules/used-mapping";
import type { ImportMappedInput } from "@/lib/domains/intake/schema/mappings";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** Queues the import of a file that waits, its columns read as the mapping says. */
export function importMapped(
	scope: PlatformScope,
	{ uploadId, mapping, saved }: ImportMappedInput,
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx) => {
		const used = await settle(tx, mapping, saved);
		if (!used) return refuse("CHANGED_MEANWHILE");
		const { count } = await tx.importUpload.updateMany({
			where: { id: uploadId, state: "UNMAPPED" },
			data: { state: "QUEUED", ...used },
		});
		if (count === 0) return answerMissing(tx, uploadId);
		// A key of its own: the job of an upload that was taken out of the queue may still be there.
		await enqueueJob(tx, uploadJob, { id: uploadId }, { key: `${uploadId}:${newId("run")}` });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "import.map",
			subjectType: "import_upload",
			subjectId: uploadId,
			after: used,
		});
		return { ok: true };
	});
}

/** Takes a file that has not been begun out of the queue, so that its columns can be mapped. */
export function holdUpload(scope: PlatformScope, id: string): Promise<Outcome> {
	return inOutcomeTransaction(async (tx) => {
		const { count } = await tx.importUpload.updateMany({
			where: { id, state: "QUEUED" },
			data: { state: "UNMAPPED" },
		});
		if (count === 0) return answerMissing(tx, id);
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "import.hold",
			subjectType: "import_upload",
			subjectId: id,
			after: { state: "UNMAPPED" },
		});
		return { ok: true };
	});
}

/** The saved mapping in the version somebody saw, or the one they made; null where the saved one has changed since. */
async function settle(
	tx: Tx,
	mapping: ImportMappedInput["mapping"],
	saved: ImportMappedInput["saved"],
): Promise<{ grain: FeedGrain; mapping: UsedMapping } | null> {
	if (!saved) {
		const { grain, definition } = mapping;
		return { grain, mapping: { name: null, version: null, definition } };
	}
	const found = await tx.importMapping.findFirst({ where: { ...saved, archivedAt: null } });
	return found && { grain: found.grain, mapping: toUsedMapping(found) };
}

async function answerMissing(tx: Tx, id: string): Promise<Outcome> {
	if (!(await tx.importUpload.findUnique({ where: { id } }))) throw new AppError("NOT_FOUND");
	return refuse("UPLOAD_NOT_WAITING");
}
