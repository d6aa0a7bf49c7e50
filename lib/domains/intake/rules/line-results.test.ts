import { expect, test } from "vitest";
import { listResults } from "@/lib/domains/intake/rules/line-results";

const refused = [
	{ record: 2, field: "amount", value: "0", code: "AMOUNT_NOT_POSITIVE" },
	{ record: 4, field: "amount", value: "9", code: "CONFLICT" },
	{ record: 5, field: "amount", value: "-1", code: "AMOUNT_NOT_POSITIVE" },
];

test("every record has its result once, in the order of the request; each code is explained once", () => {
	const asked: string[] = [];
	const explain = (code: string) => {
		asked.push(code);
		return `why ${code}`;
	};
	const all = listResults(5, refused, new Set([3]), explain, "all");
	expect(all.map(({ record, result }) => [record, result])).toEqual([
		[1, "accepted"],
		[2, "rejected"],
		[3, "duplicate"],
		[4, "conflict"],
		[5, "rejected"],
	]);
	expect(all[0]).toEqual({ record: 1, result: "accepted" });
	expect(all[4]).toEqual({
		record: 5,
		result: "rejected",
		code: "AMOUNT_NOT_POSITIVE",
		field: "amount",
		value: "-1",
		message: "why AMOUNT_NOT_POSITIVE",
	});
	expect(asked).toEqual(["AMOUNT_NOT_POSITIVE", "DUPLICATE", "CONFLICT"]);
	expect(listResults(5, refused, new Set([3]), explain, "problems")).toEqual(all.slice(1));
	expect(listResults(0, [], new Set(), explain, "all")).toEqual([]);
});
