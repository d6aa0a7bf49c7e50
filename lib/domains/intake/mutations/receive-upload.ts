import "server-only";
import { maxUploadBytes, uploadJob } from "@/lib/domains/intake/constants";
import type { UploadQuery } from "@/lib/domains/intake/schema/uploads";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newStorageKey, openFileStore } from "@/lib/platform/files/store/open-store";
import type { ByteSource } from "@/lib/platform/files/store/types";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import type { PlatformScope } from "@/lib/platform/session/scope";

class TooLarge extends Error {}

/** Counts what passes and stops at the limit. */
async function* measure(source: ByteSource, seen: { bytes: number }, limit: number): ByteSource {
	for await (const piece of source) {
		seen.bytes += piece.byteLength;
		if (seen.bytes > limit) throw new TooLarge();
		yield piece;
	}
}

/** Stores a file as it comes and queues its import; a file that does not arrive whole leaves nothing. */
export async function receiveUpload(
	scope: PlatformScope,
	{ name, source, grain }: UploadQuery,
	bytes: ByteSource,
	limit = maxUploadBytes,
): Promise<Outcome<{ id: string }>> {
	const store = openFileStore();
	const storageKey = newStorageKey();
	const seen = { bytes: 0 };
	try {
		await store.put(storageKey, measure(bytes, seen, limit));
	} catch (error) {
		if (error instanceof TooLarge) return refuse("FILE_TOO_LARGE");
		throw error;
	}
	if (seen.bytes === 0) {
		await store.remove(storageKey);
		return refuse("FILE_EMPTY");
	}
	const id = newId("upl");
	const row = { id, sourceCode: source, grain, fileName: name.slice(-255), sizeBytes: BigInt(seen.bytes) };
	try {
		await inTransaction(async (tx) => {
			await tx.importUpload.create({ data: { ...row, storageKey, uploadedById: scope.userId } });
			await enqueueJob(tx, uploadJob, { id }, { key: id });
			await recordAudit(tx, {
				actor: actorOf(scope),
				action: "import.upload",
				subjectType: "import_upload",
				subjectId: id,
				after: { ...row, sizeBytes: seen.bytes },
			});
		});
	} catch (error) {
		await store.remove(storageKey);
		throw error;
	}
	return { ok: true, id };
}
