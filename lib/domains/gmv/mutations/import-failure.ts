import "server-only";
import type { FailureCode } from "@/lib/domains/gmv/types";

/** Why a whole file was refused. `detail` goes into the sentence, such as the columns a header lacks. */
export class ImportFailure extends Error {
	readonly code: FailureCode;
	readonly detail: string;

	constructor(code: FailureCode, detail = "", options?: ErrorOptions) {
		super(detail ? `${code} ${detail}` : code, options);
		this.name = "ImportFailure";
		this.code = code;
		this.detail = detail;
	}
}

const LOST_CONNECTION = /^(57P0\d|08\d\d\d|ECONN|EPIPE|ETIMEDOUT)/;
/** What the driver says, without a code, of a connection that has gone. */
const LOST_WORDS = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

/** What `ensure_fact_partition` answers for summaries of a month that was taken out of the facts. */
const RETIRED_MONTH = "FM001";

function detailOf(error: unknown): string {
	const detail = error instanceof Error && "detail" in error ? error.detail : "";
	return typeof detail === "string" ? detail : "";
}

function codeOf(error: unknown): string {
	const code = error instanceof Error && "code" in error ? error.code : "";
	return typeof code === "string" ? code : "";
}

/** Sorts what an import can run into: a damaged archive, a lost database, a stream cut off; the rest is unexpected. */
export function toImportFailure(error: unknown): ImportFailure {
	if (error instanceof ImportFailure) return error;
	const code = codeOf(error);
	const message = error instanceof Error ? error.message : "";
	const cause = { cause: error };
	if (code.startsWith("Z_")) return new ImportFailure("GZIP_DAMAGED", "", cause);
	if (code === RETIRED_MONTH) return new ImportFailure("MONTH_RETIRED", detailOf(error), cause);
	if (LOST_CONNECTION.test(code) || LOST_WORDS.test(message))
		return new ImportFailure("DATABASE_LOST", "", cause);
	if (code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET" || code === "EISDIR" || code === "EIO")
		return new ImportFailure("STREAM_BROKEN", "", cause);
	return new ImportFailure("UNEXPECTED", "", cause);
}
