import type { ProblemCode } from "@/lib/domains/intake/types";

/** The status each refusal of the API answers with. */
export const problemStatus = {
	KEY_MISSING: 401,
	KEY_UNKNOWN: 401,
	SCOPE_MISSING: 403,
	NOT_FOUND: 404,
	BODY_EMPTY: 400,
	BODY_TOO_LARGE: 413,
	BODY_NOT_JSON: 400,
	RECORD_NOT_FLAT: 400,
	FIELD_UNKNOWN: 400,
	TOO_MANY_RECORDS: 413,
	MEDIA_TYPE_UNKNOWN: 415,
	IDEMPOTENCY_KEY_INVALID: 400,
	IDEMPOTENCY_KEY_REUSED: 422,
	IN_PROGRESS: 409,
	QUERY_INVALID: 400,
	IMPORT_REFUSED: 422,
	BODY_INVALID: 400,
	CLAIM_REFUSED: 422,
	UNEXPECTED: 500,
} as const satisfies Record<ProblemCode, number>;
