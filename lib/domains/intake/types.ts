import type { MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, RehearsalResult } from "@/lib/domains/gmv/types";
import type { apiScopes, uploadStates } from "@/lib/domains/intake/constants";

export type ApiScope = (typeof apiScopes)[number];

export type KeyStatus = "active" | "expired" | "revoked";

export type ApiKeyRow = {
	readonly id: string;
	readonly name: string;
	readonly prefix: string;
	readonly scopes: readonly ApiScope[];
	readonly sourceCode: string;
	readonly createdBy: string | null;
	readonly createdAt: Date;
	readonly expiresAt: Date;
	readonly lastUsedAt: Date | null;
	readonly status: KeyStatus;
};

/** Codes of the API's own refusals; sentences under messages `intake.problems`. */
export type ProblemCode =
	| "KEY_MISSING"
	| "KEY_UNKNOWN"
	| "SCOPE_MISSING"
	| "NOT_FOUND"
	| "BODY_EMPTY"
	| "BODY_TOO_LARGE"
	| "BODY_NOT_JSON"
	| "RECORD_NOT_FLAT"
	| "FIELD_UNKNOWN"
	| "TOO_MANY_RECORDS"
	| "MEDIA_TYPE_UNKNOWN"
	| "IDEMPOTENCY_KEY_INVALID"
	| "IDEMPOTENCY_KEY_REUSED"
	| "IN_PROGRESS"
	| "QUERY_INVALID"
	| "IMPORT_REFUSED"
	| "BODY_INVALID"
	| "CLAIM_REFUSED"
	| "UNEXPECTED";

export type UploadState = (typeof uploadStates)[number];

/** A file on its way into the facts; safe to send to the browser. */
export type UploadRow = {
	readonly id: string;
	readonly fileName: string;
	readonly sourceCode: string;
	readonly grain: FeedGrain;
	readonly state: UploadState;
	readonly phase: string;
	readonly sizeBytes: number;
	readonly bytesRead: number;
	readonly lines: number;
	/** Since the import began; null while it waits. */
	readonly elapsedMs: number | null;
	readonly batchId: string | null;
	readonly failure: string | null;
	/** The name of the mapping its columns are read by, empty where that has none; null where they have their own names. */
	readonly mapping: string | null;
};

/** A saved mapping, for lists. */
export type MappingRow = {
	readonly id: string;
	readonly name: string;
	readonly grain: FeedGrain;
	readonly definition: MappingDefinition;
	readonly version: number;
	readonly updatedBy: string | null;
	readonly updatedAt: Date;
	readonly isArchived: boolean;
};

/** The dry run of an upload as it stands; safe to send to the browser. */
export type RehearsalRow = {
	readonly id: string;
	readonly grain: FeedGrain;
	readonly definition: MappingDefinition;
	readonly state: UploadState;
	readonly phase: string;
	readonly bytesRead: number;
	readonly lines: number;
	readonly elapsedMs: number | null;
	readonly result: RehearsalResult | null;
	readonly failure: string | null;
	readonly hasErrors: boolean;
};
