import { describe, expect, test } from "vitest";
import { isRequestMended, isWithin, pathsOfRequest } from "@/lib/domains/admission/rules/change-requests";

const request = (fields: string[]) => ({ section: "forces" as const, fields });

test("a request names paths of its section, written with the section or without; none means all of it", () => {
	expect(pathsOfRequest(request(["supply", "forces.traffic.score"]))).toEqual([
		"forces.supply",
		"forces.traffic.score",
	]);
	expect(pathsOfRequest(request([]))).toEqual(["forces"]);
});

test("a path lies inside another by whole names only", () => {
	expect(isWithin("forces.supply.score", "forces.supply")).toBe(true);
	expect(isWithin("forces.supply", "forces.supply")).toBe(true);
	expect(isWithin("forces.supplyChain", "forces.supply")).toBe(false);
	expect(isWithin("forces", "forces.supply")).toBe(false);
});

describe("isRequestMended", () => {
	test("asks for a change in every field it names", () => {
		const both = request(["supply", "traffic"]);
		expect(isRequestMended(both, ["forces.supply.statement"])).toBe(false);
		expect(isRequestMended(both, ["forces.supply.statement", "forces.traffic.score"])).toBe(true);
		expect(isRequestMended(both, [])).toBe(false);
	});

	test("of a whole section any change in it counts, and none elsewhere", () => {
		expect(isRequestMended(request([]), ["forces.livestream.score"])).toBe(true);
		expect(isRequestMended(request([]), ["people.staffCount"])).toBe(false);
	});
});
