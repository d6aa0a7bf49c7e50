import { z } from "zod";

const counts = {
	lines: z.int().describe("Records read: accepted + duplicate + conflict + rejected."),
	accepted: z.int().describe("Recorded by this request."),
	duplicate: z.int().describe("Recorded before with the same content."),
	conflict: z.int().describe("Recorded before with other content: kept as it was, listed in `errors`."),
	rejected: z.int().describe("Not fit to record, listed in `errors`."),
};

const lineError = z.strictObject({
	record: z.int().describe("Position in the request, from 1."),
	field: z.string(),
	value: z.string(),
	code: z.string(),
	message: z.string(),
});

export const importAnswer = z.strictObject({
	batchId: z.string(),
	...counts,
	errors: z.array(lineError).describe("The first 1,000, in the order of the request."),
	moreErrors: z.int().describe("How many are not listed."),
});
export type ImportAnswer = z.output<typeof importAnswer>;

export const batchAnswer = z.strictObject({
	batchId: z.string(),
	source: z.string(),
	state: z.enum(["RUNNING", "DONE", "FAILED"]).describe("Counts are final once it is not RUNNING."),
	...counts,
	failure: z.string().nullable(),
	startedAt: z.iso.datetime(),
	finishedAt: z.iso.datetime().nullable(),
});

const amounts = { sale_amount: z.string(), refund_amount: z.string(), sale_orders: z.string() };

export const totalsAnswer = z.strictObject({
	source: z.string(),
	total: z.record(z.string(), z.unknown()).optional(),
	months: z.array(z.strictObject({ month: z.string(), ...amounts })).optional(),
	shops: z.array(z.strictObject({ shop_id: z.string(), ...amounts, buyers: z.string() })).optional(),
});

/** RFC 9457. */
export const problem = z.strictObject({
	title: z.string().describe("A sentence, in English unless `Accept-Language` asks for Chinese."),
	status: z.int(),
	code: z.string(),
	record: z.int().optional(),
	detail: z.string().optional(),
});
export type Problem = z.output<typeof problem>;
