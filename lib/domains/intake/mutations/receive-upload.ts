import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { inspectFile } from "@/lib/domains/gmv/mutations/inspect-file";
import { feedForms } from "@/lib/domains/gmv/rules/feed-forms";
import { matchHeader } from "@/lib/domains/gmv/rules/match-header";
import type { UsedMapping } from "@/lib/domains/gmv/schema/mapping";
import type { FileOpening } from "@/lib/domains/gmv/types";
import { askForMapping, maxUploadBytes, uploadJob } from "@/lib/domains/intake/constants";
import { toUsedMapping } from "@/lib/domains/intake/rules/used-mapping";
import type { UploadQuery } from "@/lib/domains/intake/schema/uploads";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, inTransaction } from "@/lib/platform/db/client";
import { type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
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

/**
 * Stores a file as it comes and queues its import; a file that does not arrive whole leaves nothing. One whose header the
 * import does not know waits until somebody has mapped its columns, and so does one whose sender wants to map them.
 */
export async function receiveUpload(
	scope: PlatformScope,
	query: UploadQuery,
	bytes: ByteSource,
	limit = maxUploadBytes,
): Promise<Outcome<{ id: string }>> {
	const mapping = await chooseMapping(query);
	if (mapping && "ok" in mapping) return mapping;
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
	try {
		const opening = await inspect(storageKey);
		const waits = mapping ? false : query.mapping === askForMapping || needsMapping(opening, query.grain);
		const id = await recordUpload(scope, query, {
			storageKey,
			sizeBytes: seen.bytes,
			opening: waits || !mapping ? opening : null,
			mapping,
			state: waits && opening ? "UNMAPPED" : "QUEUED",
		});
		return { ok: true, id };
	} catch (error) {
		await store.remove(storageKey);
		throw error;
	}
}

/** The saved mapping that was chosen, or why it cannot be used. */
async function chooseMapping({ mapping, grain }: UploadQuery): Promise<UsedMapping | Refusal | null> {
	if (mapping === "" || mapping === askForMapping) return null;
	const found = await db().importMapping.findFirst({ where: { id: mapping, archivedAt: null } });
	if (!found) return refuse("MAPPING_GONE");
	return found.grain === grain ? toUsedMapping(found) : refuse("MAPPING_OTHER_GRAIN");
}

/** A file that cannot be read so far says why when it is imported. */
async function inspect(storageKey: string): Promise<FileOpening | null> {
	const stored = await openFileStore().open(storageKey);
	if (!stored) return null;
	return inspectFile(Readable.fromWeb(stored as WebStream<Uint8Array>)).catch(() => null);
}

function needsMapping(opening: FileOpening | null, grain: UploadQuery["grain"]): boolean {
	if (!opening) return false;
	const matched = matchHeader(opening.header, feedForms[grain].columns);
	return !matched.ok && matched.code !== "FILE_NOT_TEXT";
}

type Arrived = {
	storageKey: string;
	sizeBytes: number;
	opening: FileOpening | null;
	mapping: UsedMapping | null;
	state: "UNMAPPED" | "QUEUED";
};

function recordUpload(
	scope: PlatformScope,
	{ name, source, grain }: UploadQuery,
	{ sizeBytes, opening, mapping, ...rest }: Arrived,
): Promise<string> {
	const id = newId("upl");
	const row = { id, sourceCode: source, grain, fileName: name.slice(-255), state: rest.state };
	return inTransaction(async (tx) => {
		await tx.importUpload.create({
			data: {
				...row,
				sizeBytes: BigInt(sizeBytes),
				storageKey: rest.storageKey,
				opening: opening ?? undefined,
				mapping: mapping ?? undefined,
				uploadedById: scope.userId,
			},
		});
		if (rest.state === "QUEUED") await enqueueJob(tx, uploadJob, { id }, { key: id });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "import.upload",
			subjectType: "import_upload",
			subjectId: id,
			after: { ...row, sizeBytes, ...(mapping ? { mapping } : {}) },
		});
		return id;
	});
}
