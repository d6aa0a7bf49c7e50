import { describe, expect, test } from "vitest";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { asksForScores, courseOf, isFourEyesTrack, isNearLine } from "./four-eyes";

const policy = admissionPolicyV1;
const track = ["brand_operation"];

describe("who is seen by two", () => {
	test("a track of the policy's list, primary or not", () => {
		expect(isFourEyesTrack(policy, ["brand_operation", "supply_chain"])).toBe(true);
		expect(isFourEyesTrack(policy, ["supply_chain"])).toBe(true);
		expect(isFourEyesTrack(policy, ["brand_operation", "training"])).toBe(false);
	});

	test.each([
		[5499, false],
		[5500, true],
		[6000, true],
		[6500, true],
		[6501, false],
	])("a composite of %i bp against a line of 6000 with a margin of 500: %s", (composite, expected) => {
		expect(isNearLine(policy, track, composite)).toBe(expected);
	});

	test("only lines asked of the tracks applied for count", () => {
		const own = {
			...policy,
			standards: [
				{ id: "line", kind: "force_composite", tracks: ["training"], minBps: 8000 },
			] as typeof policy.standards,
		};
		expect(isNearLine(own, ["training"], 8000)).toBe(true);
		expect(isNearLine(own, track, 8000)).toBe(false);
	});
});

describe("where an opinion leads", () => {
	const opinion = { decision: "APPROVE", compositeBps: 8000, firstDecision: null } as const;

	test("one reviewer decides far from the line", () => {
		expect(courseOf(policy, track, { ...opinion, stage: "FIRST" })).toBe("DECIDED");
	});

	test("near the line, and in a track of the list, a second one follows", () => {
		expect(courseOf(policy, track, { ...opinion, stage: "FIRST", compositeBps: 6500 })).toBe("TO_SECOND");
		expect(courseOf(policy, ["supply_chain"], { ...opinion, stage: "FIRST" })).toBe("TO_SECOND");
	});

	test("a rejection on other grounds than the forces lies near no line", () => {
		const rejection = {
			stage: "FIRST",
			decision: "REJECT",
			compositeBps: null,
			firstDecision: null,
		} as const;
		expect(courseOf(policy, track, rejection)).toBe("DECIDED");
		expect(courseOf(policy, ["supply_chain"], rejection)).toBe("TO_SECOND");
	});

	test("two who agree decide; two who differ leave it to the lead, who decides alone", () => {
		const second = { ...opinion, stage: "SECOND" } as const;
		expect(courseOf(policy, track, { ...second, firstDecision: "APPROVE" })).toBe("DECIDED");
		expect(courseOf(policy, track, { ...second, firstDecision: "REJECT" })).toBe("TO_LEAD");
		expect(courseOf(policy, track, { ...opinion, stage: "LEAD", firstDecision: "REJECT" })).toBe("DECIDED");
	});
});

test("scores are asked for where two are compared", () => {
	expect(asksForScores(policy, track, "FIRST")).toBe(false);
	expect(asksForScores(policy, ["supply_chain"], "FIRST")).toBe(true);
	expect(asksForScores(policy, track, "SECOND")).toBe(true);
	expect(asksForScores(policy, ["supply_chain"], "LEAD")).toBe(false);
});
