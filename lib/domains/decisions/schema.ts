import { z } from "zod";
import { decisionKinds, LOG_FORMAT } from "@/lib/domains/decisions/constants";
import { isDay } from "@/lib/platform/time";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z.int().min(1);
const instant = z.iso.datetime({ precision: 3 });

export const blockSchema = z.strictObject({
	number,
	firstSequence: number,
	lastSequence: number,
	merkleRoot: hash,
	chain: hash,
	previousHash: hash,
	sealedAt: instant,
	hash,
});

export const sealedEntrySchema = z.strictObject({
	sequence: number,
	id: z.string(),
	kind: z.string(),
	subjectType: z.string(),
	subjectId: z.string(),
	reference: z.string(),
	organisationId: z.string().nullable(),
	at: z.string(),
	payload: z.string(),
	hash,
	chain: hash,
});

export const logHeadSchema = z.strictObject({
	type: z.literal("log"),
	format: z.literal(LOG_FORMAT),
	exportedAt: z.string(),
	blocks: z.int().min(0),
	entries: z.int().min(0),
	head: hash,
});

/** A line of an exported log. */
export const logRecordSchema = z.discriminatedUnion("type", [
	logHeadSchema,
	z.strictObject({ type: z.literal("block"), block: blockSchema }),
	z.strictObject({ type: z.literal("entry"), entry: sealedEntrySchema }),
]);

export const inclusionProofSchema = z.strictObject({
	entry: sealedEntrySchema,
	block: blockSchema,
	path: z.array(hash),
});

const dayField = z.string().refine(isDay).optional().catch(undefined);

/** The filters of the log's page as they stand in the address; what cannot be read counts as not given. */
export const decisionFilterSchema = z.object({
	kind: z.enum(decisionKinds).optional().catch(undefined),
	/** An id or a number: of the partner, the application, the run, the case, or of the entry itself. */
	about: z.string().trim().max(100).catch("").default(""),
	from: dayField,
	to: dayField,
	block: z
		.string()
		.regex(/^[1-9]\d{0,11}$/)
		.optional()
		.catch(undefined),
	after: z
		.string()
		.regex(/^\d{1,16}~[0-9a-z_]{1,60}$/)
		.optional()
		.catch(undefined),
});
export type DecisionFilter = z.output<typeof decisionFilterSchema>;
