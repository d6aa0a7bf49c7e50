import "server-only";
import { usedMappingSchema } from "@/lib/domains/gmv/schema/mapping";
import type { FileOpening } from "@/lib/domains/gmv/types";
import { listedUploads, openUploadStates } from "@/lib/domains/intake/constants";
import type { UploadRow } from "@/lib/domains/intake/types";
import { db } from "@/lib/platform/db/client";
import type { ImportUpload } from "@/lib/platform/db/generated/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

function toRow(upload: ImportUpload, now: Date): UploadRow {
	const { startedAt, finishedAt } = upload;
	return {
		id: upload.id,
		fileName: upload.fileName,
		sourceCode: upload.sourceCode,
		grain: upload.grain,
		state: upload.state,
		phase: upload.phase,
		sizeBytes: Number(upload.sizeBytes),
		bytesRead: Number(upload.bytesRead),
		lines: upload.lines,
		elapsedMs: startedAt && (finishedAt ?? now).getTime() - startedAt.getTime(),
		batchId: upload.batchId,
		failure: upload.failure,
		mapping: upload.mapping === null ? null : (usedMappingSchema.parse(upload.mapping).name ?? ""),
	};
}

export type MappableUpload = { upload: UploadRow; opening: FileOpening | null };

/** An upload with the beginning of its file, while there is one; null where there is no such upload. */
export async function findMappableUpload(
	_scope: PlatformScope,
	id: string,
	now: Date,
): Promise<MappableUpload | null> {
	const upload = await db().importUpload.findUnique({ where: { id } });
	// Written by `receiveUpload` from what `inspectFile` answers, and by nobody else.
	return upload && { upload: toRow(upload, now), opening: upload.opening as FileOpening | null };
}

/** The uploads of everybody, the newest first; those under way are always among them. */
export async function listUploads(_scope: PlatformScope, now: Date): Promise<UploadRow[]> {
	const [active, recent] = await Promise.all([
		db().importUpload.findMany({ where: { state: { in: [...openUploadStates] } } }),
		db().importUpload.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: listedUploads }),
	]);
	const rows = new Map([...active, ...recent].map((row) => [row.id, row]));
	return [...rows.values()]
		.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime() || (one.id < other.id ? 1 : -1))
		.map((row) => toRow(row, now));
}
