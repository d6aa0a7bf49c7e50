/** Something that should not happen, named by a code. The user sees the sentence under `errors.<code>` in their language. */
export class AppError extends Error {
	readonly code: string;

	constructor(code: string, options?: { cause?: unknown }) {
		super(code, options);
		this.name = "AppError";
		this.code = code;
	}
}

/** A business "no": expected, explained, never thrown. */
export type Refusal<Reason extends string = string> = {
	ok: false;
	reason: Reason;
	/** Values for the sentence under `errors.<reason>`. */
	params?: Record<string, string | number>;
	/** Field path → code, shown beside the field. */
	fieldErrors?: Record<string, string>;
};

export type Outcome<Value extends object = object, Reason extends string = string> =
	| ({ ok: true } & Value)
	| Refusal<Reason>;

export function refuse<Reason extends string>(
	reason: Reason,
	details: Omit<Refusal, "ok" | "reason"> = {},
): Refusal<Reason> {
	return { ok: false, reason, ...details };
}
