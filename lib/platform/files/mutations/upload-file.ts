import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import type { StoredFile } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { type MediaType, maxFilesPerSlot, maxFilesPerSubject } from "@/lib/platform/files/constants";
import { toEvidence } from "@/lib/platform/files/data";
import { fileGates } from "@/lib/platform/files/gates/registry";
import type { FileStanding } from "@/lib/platform/files/gates/types";
import { mediaTypeOf, normaliseFileName } from "@/lib/platform/files/rules/file-name";
import { newStorageKey, openFileStore } from "@/lib/platform/files/store/open-store";
import type { ByteSource } from "@/lib/platform/files/store/types";
import type { EvidenceFile, FileSubject } from "@/lib/platform/files/types";
import { newId } from "@/lib/platform/id/id";
import type { Scope } from "@/lib/platform/session/scope";
import { holdSubject } from "./hold-subject";
import { type Received, receiveFile } from "./receive-file";
import { UploadRefused } from "./refused";
import { takeBack } from "./take-back";

export type Upload = FileSubject & {
	slot: string;
	/** As the sender names it; kept normalised. */
	name: string;
	/** The file this one takes the place of. */
	replaces?: string;
	source: ByteSource;
};

export type Uploaded = {
	file: EvidenceFile;
	/** The same bytes stood in the slot already: nothing was added. */
	wasKnown: boolean;
};

/**
 * Takes a file in: permission first, then the bytes into the store, then the row with its audit in one transaction in
 * which the subject is held, so that neither its state nor the number of its files can change in between. A refusal at
 * any point leaves neither bytes nor row.
 * @throws AppError NOT_FOUND where the subject, or the file to replace, does not exist for whoever asks
 */
export async function uploadFile(scope: Scope, upload: Upload): Promise<Outcome<Uploaded>> {
	const standing = await fileGates[upload.purpose].stand(scope, upload.subjectId, db());
	if (!standing) throw new AppError("NOT_FOUND");
	if (!standing.mayChange) return refuse("FILES_LOCKED");
	const name = normaliseFileName(upload.name);
	const mediaType = mediaTypeOf(name);
	if (!mediaType) return refuse("FILE_EXTENSION");
	const store = openFileStore();
	const storageKey = newStorageKey();
	try {
		const received = await receiveFile(store, storageKey, upload.source, mediaType);
		const noted = await noteFile(scope, { ...upload, ...received, name, mediaType, storageKey });
		if (!noted.ok || noted.wasKnown) await store.remove(storageKey);
		if (noted.ok && noted.freedKey) await store.remove(noted.freedKey);
		return noted.ok ? { ok: true, file: noted.file, wasKnown: noted.wasKnown } : noted;
	} catch (error) {
		if (error instanceof UploadRefused) return refuse(error.code);
		await store.remove(storageKey);
		throw error;
	}
}

type Bytes = Received & { name: string; mediaType: MediaType; storageKey: string };
type Arrival = Omit<Upload, "source"> & Bytes;

function noteFile(scope: Scope, arrival: Arrival): Promise<Outcome<Uploaded & { freedKey: string | null }>> {
	const { purpose, subjectId, slot, sha256, replaces } = arrival;
	return inOutcomeTransaction(async (tx) => {
		await holdSubject(tx, arrival);
		const standing = await fileGates[purpose].stand(scope, subjectId, tx);
		if (!standing) throw new AppError("NOT_FOUND");
		if (!standing.mayChange) return refuse("FILES_LOCKED");
		const present = await tx.storedFile.findMany({ where: { purpose, subjectId, removedAt: null } });
		const known = present.find((file) => file.slot === slot && file.sha256 === sha256);
		if (known) return { ok: true, file: toEvidence(known), wasKnown: true, freedKey: null };
		const replaced = replaces === undefined ? null : present.find((file) => file.id === replaces);
		if (replaced === undefined || (replaced && replaced.slot !== slot)) throw new AppError("NOT_FOUND");
		const staying = present.filter((file) => file !== replaced);
		if (staying.length >= maxFilesPerSubject) return refuse("FILES_SUBJECT_FULL");
		if (staying.filter((file) => file.slot === slot).length >= maxFilesPerSlot)
			return refuse("FILES_SLOT_FULL");
		const freedKey = replaced ? await takeBack(tx, scope, replaced, standing) : null;
		const file = await addFile(tx, scope, standing, arrival);
		return { ok: true, file: toEvidence(file), wasKnown: false, freedKey };
	});
}

async function addFile(tx: Tx, scope: Scope, standing: FileStanding, arrival: Arrival): Promise<StoredFile> {
	const { replaces, ...columns } = arrival;
	const { purpose, subjectId, slot, name, mediaType, sizeBytes, sha256, storageKey } = columns;
	const file = await tx.storedFile.create({
		data: {
			id: newId("fil"),
			organisationId: standing.organisationId,
			uploadedById: scope.userId,
			...{ purpose, subjectId, slot, name, mediaType, sizeBytes, sha256, storageKey },
		},
	});
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "file.upload",
		subjectType: "file",
		subjectId: file.id,
		organisationId: standing.organisationId,
		after: { purpose, subject: subjectId, slot, name, sizeBytes, sha256, ...(replaces && { replaces }) },
	});
	return file;
}
