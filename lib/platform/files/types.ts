import type { filePurposes } from "./constants";

export type FilePurpose = (typeof filePurposes)[number];

/** Whose files are meant: a purpose and the id of what they are evidence for. */
export type FileSubject = { readonly purpose: FilePurpose; readonly subjectId: string };

/** A file as people see it; never where its bytes are. */
export type EvidenceFile = {
	readonly id: string;
	readonly slot: string;
	readonly name: string;
	readonly mediaType: string;
	readonly sizeBytes: number;
	readonly createdAt: Date;
	/** Set where the company took it back after the platform had seen it: only the platform is shown those. */
	readonly removedAt: Date | null;
};

/** Why a file is not taken. */
export type FileRefusal =
	| "FILE_EMPTY"
	| "FILE_TOO_LARGE"
	| "FILE_EXTENSION"
	| "FILE_MISMATCH"
	| "FILE_TRUNCATED"
	| "FILES_SLOT_FULL"
	| "FILES_SUBJECT_FULL"
	| "FILES_LOCKED"
	| "UPLOAD_BROKEN";
