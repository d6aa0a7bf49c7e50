import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import type { StoredFile } from "@/lib/platform/db/generated/client";
import type { EvidenceFile, FileSubject } from "@/lib/platform/files/types";
import type { Scope } from "@/lib/platform/session/scope";
import { fileGates } from "./gates/registry";

/** The files of a subject, oldest first; none where it does not exist for whoever asks. */
export async function listFiles(
	scope: Scope,
	{ purpose, subjectId }: FileSubject,
	client: Tx = db(),
): Promise<EvidenceFile[]> {
	const standing = await fileGates[purpose].stand(scope, subjectId, client);
	if (!standing) return [];
	const rows = await client.storedFile.findMany({
		where: { purpose, subjectId, ...(!standing.seesRemoved && { removedAt: null }) },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	return rows.map(toEvidence);
}

/** A file somebody may read, with where its bytes are; null where it does not exist for them. */
export async function findReadableFile(scope: Scope, id: string): Promise<StoredFile | null> {
	const file = await db().storedFile.findUnique({ where: { id } });
	const standing = file && (await fileGates[file.purpose].stand(scope, file.subjectId, db()));
	if (!standing || (file.removedAt && !standing.seesRemoved)) return null;
	return file;
}

export function toEvidence(row: StoredFile): EvidenceFile {
	const { id, slot, name, mediaType, sizeBytes, createdAt, removedAt } = row;
	return { id, slot, name, mediaType, sizeBytes, createdAt, removedAt };
}
