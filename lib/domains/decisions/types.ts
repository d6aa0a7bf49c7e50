import type { DecisionKind, LOG_FORMAT } from "@/lib/domains/decisions/constants";

export type JsonValue =
	| null
	| boolean
	| number
	| string
	| readonly JsonValue[]
	| { readonly [key: string]: JsonValue };

/** A decision to be written down. Codes, ids and hashes, no names and no free text: it can never be taken back. */
export type DecisionDraft = {
	readonly kind: DecisionKind;
	readonly subjectType:
		| "partner"
		| "application"
		| "appeal"
		| "exit_case"
		| "pool"
		| "policy"
		| "fund_application";
	readonly subjectId: string;
	/** What it was decided in: a run, an application's or a case's number. */
	readonly reference: string;
	/** The tenant it concerns; null: the platform itself. */
	readonly organisationId: string | null;
	readonly at: Date;
	/** Whole numbers only; amounts as decimal strings. */
	readonly payload: { readonly [key: string]: JsonValue };
};

/** An entry as it is stored, exported and hashed. */
export type DecisionEntry = {
	readonly id: string;
	readonly kind: string;
	readonly subjectType: string;
	readonly subjectId: string;
	readonly reference: string;
	readonly organisationId: string | null;
	/** ISO 8601 in UTC, to the millisecond. */
	readonly at: string;
	/** Canonical JSON text. */
	readonly payload: string;
	readonly hash: string;
};

export type SealedEntry = DecisionEntry & { readonly sequence: number; readonly chain: string };

export type DecisionBlock = {
	readonly number: number;
	readonly firstSequence: number;
	readonly lastSequence: number;
	readonly merkleRoot: string;
	readonly chain: string;
	readonly previousHash: string;
	readonly sealedAt: string;
	readonly hash: string;
};

/** One line of an exported log, in the order they stand: the head line, then every block before its entries. */
export type LogRecord =
	| {
			readonly type: "log";
			readonly format: typeof LOG_FORMAT;
			readonly exportedAt: string;
			readonly blocks: number;
			readonly entries: number;
			readonly head: string;
	  }
	| { readonly type: "block"; readonly block: DecisionBlock }
	| { readonly type: "entry"; readonly entry: SealedEntry }
	/** An entry that is known to have been here: its place stands, its content is gone. */
	| { readonly type: "gone"; readonly sequence: number; readonly id: string };

export type LogFaultCode =
	/** The content of the entry is not what its hash says. */
	| "ENTRY_ALTERED"
	/** The entry is whole in itself, but not the one that was sealed in this place: replaced or moved. */
	| "ENTRY_MISPLACED"
	| "ENTRY_MISSING"
	/** The entry stands before or behind its place, or twice. */
	| "ENTRY_OUT_OF_ORDER"
	/** In the log, but neither sealed nor waiting to be. */
	| "ENTRY_UNSEALED"
	| "BLOCK_ALTERED"
	| "BLOCK_MISSING"
	| "BLOCK_OUT_OF_ORDER"
	/** The log ends before the head it should have. */
	| "LOG_CUT"
	/** The line cannot be read as a line of a log. */
	| "UNREADABLE";

/** The first thing wrong with a log, named. */
export type LogFault = {
	readonly code: LogFaultCode;
	readonly block: number | null;
	readonly sequence: number | null;
	readonly entryId: string | null;
	/** Line of the file; null in a database. */
	readonly line: number | null;
};

export type LogCheck = {
	readonly entries: number;
	readonly blocks: number;
	/** Hash of the last block; zeros for an empty log. */
	readonly head: string;
	readonly fault: LogFault | null;
};

/** Proof that an entry is in a sealed block, without the other entries: hashes from the leaf up (RFC 6962). */
export type InclusionProof = {
	readonly entry: SealedEntry;
	readonly block: DecisionBlock;
	readonly path: readonly string[];
};

/** An entry with its place; `sequence` and `block` are null while it waits to be sealed. */
export type DecisionRow = DecisionEntry & {
	readonly sequence: number | null;
	readonly block: number | null;
	readonly blockHash: string | null;
	/** What the subject and the tenant are called today. */
	readonly organisationName: string | null;
};

export type LastCheck = {
	finishedAt: Date;
	startedBy: string;
	entries: number;
	blocks: number;
	fault: LogFault | null;
};

export type LogState = {
	readonly blocks: number;
	/** Sealed ones; `waiting` are not sealed yet. */
	readonly entries: number;
	readonly waiting: number;
	readonly head: string;
	readonly sealedAt: Date | null;
};
