import { expect, test } from "vitest";
import {
	batchExample,
	importExample,
	orderLineExample,
	problemExample,
	shopDayExample,
	totalsExample,
} from "@/lib/domains/intake/rules/api-examples";
import { describeApi } from "@/lib/domains/intake/rules/openapi";
import { fieldKey, fieldsOf, readDocument } from "@/lib/domains/intake/rules/read-document";
import { batchAnswer, importAnswer, problem, totalsAnswer } from "@/lib/domains/intake/schema/answers";
import { orderLineRecord, shopDayRecord } from "@/lib/domains/intake/schema/records";
import english from "@/lib/platform/i18n/messages/en/apidoc.json";

const operations = readDocument(describeApi("https://portal.example"));
const words = english.fields as Record<string, Record<string, string>>;

test("the examples are what the schemas describe", () => {
	expect(orderLineRecord.safeParse(orderLineExample).error).toBeUndefined();
	expect(shopDayRecord.safeParse(shopDayExample).error).toBeUndefined();
	expect(importAnswer.safeParse(importExample).error).toBeUndefined();
	expect(batchAnswer.safeParse(batchExample).error).toBeUndefined();
	expect(totalsAnswer.safeParse(totalsExample).error).toBeUndefined();
	expect(problem.safeParse(problemExample).error).toBeUndefined();
});

test("nested answers are read to their last field", () => {
	const send = operations.find(({ id }) => id === "sendOrders");
	expect(send?.answer.fields.map(({ path }) => path)).toContain("results[].code");
	expect(send?.request?.fields.find(({ path }) => path === "amount")).toMatchObject({
		required: true,
		type: "string | number",
	});
	expect(send?.request?.fields.find(({ path }) => path === "channel")?.required).toBe(false);
	const totals = operations.find(({ id }) => id === "readTotals");
	expect(totals?.answer.fields.find(({ path }) => path === "total.accepted.buyers")?.type).toBe("string");
	expect(totals?.answer.fields.find(({ path }) => path === "months[].month")).toBeDefined();
});

test("what the page says in English is what the document says: no field, parameter or answer is left out", () => {
	for (const operation of operations) {
		const groups = fieldsOf[operation.id as keyof typeof fieldsOf];
		const told = english.operations[operation.id as keyof typeof english.operations];
		expect(told.summary).toBe(operation.summary);
		expect(`Needs \`${operation.scope}\`. ${told.description}`).toBe(operation.description);
		expect(told.answer).toBe(operation.answer.description);
		const fields = [
			...(operation.request?.fields ?? []).map((field) => [groups.request, field] as const),
			...operation.answer.fields.map((field) => [groups.answer, field] as const),
		];
		for (const [group, { path, description }] of fields) {
			expect(description, path).not.toBe("");
			expect(words[group]?.[fieldKey(path)], path).toBe(description);
		}
		for (const { path, description } of operation.parameters)
			expect((english.parameters as Record<string, string>)[fieldKey(path)]).toBe(description);
		for (const { status, description } of operation.refusals)
			expect((english.statuses as Record<string, string>)[status]).toBe(description);
	}
});
