import { z } from "zod";

const counts = {
	lines: z.int().describe("Records read: accepted + duplicate + conflict + rejected."),
	accepted: z.int().describe("Recorded by this request."),
	duplicate: z.int().describe("Recorded before with the same content."),
	conflict: z.int().describe("Recorded before with other content: kept as it was."),
	rejected: z.int().describe("Not fit to record."),
};

const lineResult = z
	.strictObject({
		record: z.int().describe("Position in the request, from 1."),
		result: z.enum(["accepted", "duplicate", "conflict", "rejected"]).describe("What became of the record."),
		code: z.string().optional().describe("Why it was not recorded anew; absent where it was accepted."),
		field: z.string().optional().describe("The field that is at fault, of a conflict or a rejected record."),
		value: z.string().optional().describe("What the field holds, cut at 200 characters."),
		message: z
			.string()
			.optional()
			.describe("A sentence for the code, in English unless `Accept-Language` asks for Chinese."),
	})
	.describe("What became of one record.");
export type LineResult = z.output<typeof lineResult>;

export const importAnswer = z.strictObject({
	batchId: z.string().describe("Id of the batch, for `GET /api/v1/batches/…`."),
	...counts,
	results: z
		.array(lineResult)
		.describe(
			"Every record in the order of the request; without the accepted ones where `results=problems`.",
		),
});
export type ImportAnswer = z.output<typeof importAnswer>;

export const batchAnswer = z.strictObject({
	batchId: z.string().describe("Id of the batch."),
	source: z.string().describe("Source of the key that asks."),
	state: z.enum(["RUNNING", "DONE", "FAILED"]).describe("Counts are final once it is not RUNNING."),
	...counts,
	failure: z.string().nullable().describe("Why nothing was recorded, of a batch that FAILED."),
	startedAt: z.iso.datetime().describe("When it began, UTC."),
	finishedAt: z.iso.datetime().nullable().describe("When it ended, UTC."),
});

const amounts = {
	sale_amount: z.string().describe("Sum of sales, CNY."),
	refund_amount: z.string().describe("Sum of refunds, CNY."),
	sale_orders: z.string().describe("Distinct sale events, with the orders of summaries."),
};

const allTotals = z.strictObject({
	rows: z.int().describe("Records taken or refused; a batch that added nothing is left out."),
	rejected: z.record(z.string(), z.int()).describe("How many records were refused, by code."),
	accepted: z
		.strictObject({
			sale_lines: z.string().describe("Sale lines recorded."),
			refund_lines: z.string().describe("Refund lines recorded."),
			...amounts,
			buyers: z.string().describe("Distinct buyers who bought."),
			shops: z.string().describe("Shops with facts of this source."),
			first: z.string().nullable().describe("Time of the first line, Asia/Shanghai."),
			last: z.string().nullable().describe("Time of the last line, Asia/Shanghai."),
		})
		.describe("What was recorded."),
	repeat_buyers: z.int().describe("Buyers of two sale events or more."),
});

export const totalsAnswer = z.strictObject({
	source: z.string().describe("Source of the key that asks."),
	total: allTotals.optional().describe("Of `by=total`: everything."),
	months: z
		.array(z.strictObject({ month: z.string().describe("`YYYY-MM`, Asia/Shanghai."), ...amounts }))
		.optional()
		.describe("Of `by=month`: each month, the earliest first."),
	shops: z
		.array(
			z.strictObject({
				shop_id: z.string().describe("The shop as the platform names it."),
				...amounts,
				buyers: z.string().describe("Distinct buyers who bought."),
			}),
		)
		.optional()
		.describe("Of `by=shop`: each shop, the biggest sum of sales first."),
});

/** RFC 9457. */
export const problem = z.strictObject({
	title: z.string().describe("A sentence, in English unless `Accept-Language` asks for Chinese."),
	status: z.int().describe("The status of the answer."),
	code: z.string().describe("What to tell programs by."),
	record: z.int().optional().describe("The record that cannot be read, from 1."),
	detail: z.string().optional().describe("The field, the value or the permission in question."),
});
export type Problem = z.output<typeof problem>;
