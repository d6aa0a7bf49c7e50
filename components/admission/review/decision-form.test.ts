import { expect, test } from "vitest";
import { type DecisionState, emptyDecision, readDecision, readKept } from "./decision-form";

const asking: DecisionState = {
	...emptyDecision,
	decision: "REQUEST_CHANGES",
	requests: { "people.staffCount": "请说明口径", forces: "请补充数据" },
};

test("a request names its field, or its whole section", () => {
	expect(readDecision(asking)).toMatchObject({
		ok: true,
		review: {
			requests: [
				{ section: "people", fields: ["people.staffCount"], comment: "请说明口径" },
				{ section: "forces", fields: [], comment: "请补充数据" },
			],
		},
	});
});

test("what is asked without words is told at its field", () => {
	const reading = readDecision({ ...asking, requests: { ...asking.requests, "company.uscc": " " } });
	expect(reading).toEqual({ ok: false, errors: { "requests.company.uscc": "REQUIRED" } });
	expect(readDecision({ ...asking, requests: {} })).toEqual({ ok: false, errors: { requests: "REQUIRED" } });
});

test("what the browser kept comes back whole, and nothing else does", () => {
	const kept = { ...asking, scores: { traffic: 4 } } as const;
	expect(readKept(JSON.stringify(kept))).toEqual(kept);
	expect(readKept(null)).toBeNull();
	expect(readKept("{")).toBeNull();
	expect(readKept(JSON.stringify({ ...kept, scores: { traffic: 9 } }))).toBeNull();
});
