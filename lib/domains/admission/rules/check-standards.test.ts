import { describe, expect, test } from "vitest";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { checkStandards, passesHardStandards } from "@/lib/domains/admission/rules/check-standards";
import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import { admissionPolicySchema } from "@/lib/domains/admission/schema/policy";
import type { ApplicationFacts, ForceScores } from "@/lib/domains/admission/types";

const ASOF = "2024-06-20";
const facts: ApplicationFacts = {
	uscc: "91440300192317458F",
	isUsccAdmitted: false,
	foundedOn: "2023-06-20",
	registeredCapitalFen: 100_000_000n,
	staffCount: 10,
	redLines: [],
	tracks: ["industry_belt"],
	trackFacts: { facilityProofs: null, contractedStreamers: null, brandAuthorisations: null },
	scores: null,
};
const check = (change: Partial<ApplicationFacts> = {}) =>
	checkStandards(admissionPolicyV1, { ...facts, ...change }, ASOF);
const find = (id: string, change: Partial<ApplicationFacts>) =>
	check(change).find((r) => r.standardId === id);
const record = (occurredOn: string) => ({
	redLines: [{ id: "r", kind: "FABRICATED_TRADES" as const, occurredOn }],
});
const scores = (...values: [number, number, number, number, number]): ForceScores => ({
	traffic: values[0],
	livestream: values[1],
	incubation: values[2],
	fulfilment: values[3],
	supply: values[4],
});

test("v1 is a valid document and survives JSON", () => {
	expect(admissionPolicySchema.parse(JSON.parse(JSON.stringify(admissionPolicyV1)))).toEqual(
		admissionPolicyV1,
	);
});

describe("standards v1", () => {
	test("an application on every line passes what a machine can decide", () => {
		const results = check();
		expect(results.map((r) => [r.standardId, r.status])).toEqual([
			["uscc_valid", "passed"],
			["not_admitted", "passed"],
			["company_age", "passed"],
			["registered_capital", "passed"],
			["staff_count", "passed"],
			["no_red_line", "passed"],
			["force_composite", "manual"],
			["force_floor", "manual"],
		]);
		expect(passesHardStandards(results)).toBe(true);
	});

	test.each<[string, Partial<ApplicationFacts>, string, string | null]>([
		["uscc_valid", { uscc: "91110000800088421P" }, "USCC_CHECK", null],
		["uscc_valid", { uscc: "9144030019231745" }, "USCC_LENGTH", null],
		["uscc_valid", { uscc: "9144O300192317458F" }, "USCC_ALPHABET", null],
		["uscc_valid", { uscc: " " }, "MISSING", null],
		["not_admitted", { isUsccAdmitted: true }, "ALREADY_ADMITTED", null],
		["company_age", { foundedOn: "2023-06-21" }, "TOO_YOUNG", "11"],
		["company_age", { foundedOn: "2025-01-01" }, "TOO_YOUNG", "0"],
		["company_age", { foundedOn: null }, "MISSING", null],
		["registered_capital", { registeredCapitalFen: 99_999_999n }, "BELOW_MINIMUM", "99999999"],
		["registered_capital", { registeredCapitalFen: null }, "MISSING", null],
		["staff_count", { staffCount: 9 }, "BELOW_MINIMUM", "9"],
		["staff_count", { staffCount: null }, "MISSING", null],
		["no_red_line", record("2024-06-20"), "RED_LINE_RECORD", "1"],
		["no_red_line", record("2023-06-21"), "RED_LINE_RECORD", "1"],
	])("%s fails on %o: %s", (id, change, reason, value) => {
		expect(find(id, change)).toMatchObject({ status: "failed", reason, value });
		expect(passesHardStandards(check(change))).toBe(false);
	});

	test("a record of 12 months ago, or of tomorrow, does not count", () => {
		expect(find("no_red_line", record("2023-06-20"))).toMatchObject({
			status: "passed",
			value: "0",
			threshold: "0",
		});
		expect(find("no_red_line", record("2024-06-21"))).toMatchObject({ status: "passed" });
	});

	test("a company founded on 29 February is a year old on the next 28 February", () => {
		const on = (asOf: string) =>
			checkStandards(admissionPolicyV1, { ...facts, foundedOn: "2024-02-29" }, asOf).find(
				(r) => r.kind === "company_age",
			);
		expect(on("2025-02-27")).toMatchObject({ status: "failed", value: "11" });
		expect(on("2025-02-28")).toMatchObject({
			status: "passed",
			value: "12",
			threshold: "12",
			unit: "months",
		});
	});

	test.each([
		["facility_proofs", "supply_chain", "facilityProofs", 1],
		["contracted_streamers", "streamer_agency", "contractedStreamers", 10],
		["brand_authorisations", "brand_operation", "brandAuthorisations", 3],
	] as const)("%s is asked of %s alone", (id, track, fact, min) => {
		const of = (value: number | null) => ({
			tracks: ["industry_belt", track],
			trackFacts: { ...facts.trackFacts, [fact]: value },
		});
		expect(find(id, of(min))).toMatchObject({ status: "passed", value: `${min}`, threshold: `${min}` });
		expect(find(id, of(min - 1))).toMatchObject({ status: "failed", reason: "BELOW_MINIMUM" });
		expect(find(id, of(null))).toMatchObject({ status: "failed", reason: "MISSING" });
		expect(find(id, { tracks: ["industry_belt"] })).toBeUndefined();
	});
});

describe("the reviewer's scores", () => {
	test.each<[ForceScores, number, number, boolean, boolean]>([
		[scores(3, 3, 3, 3, 3), 6000, 6000, true, true],
		[scores(3, 3, 3, 3, 2), 5600, 4000, false, true],
		[scores(5, 4, 2, 2, 2), 6000, 4000, true, true],
		[scores(5, 5, 5, 5, 1), 8400, 2000, true, false],
		[scores(0, 0, 0, 0, 0), 0, 0, false, false],
		[scores(5, 5, 5, 5, 5), 10_000, 10_000, true, true],
	])("%o: composite %i, lowest %i", (given, compositeBps, lowestForceBps, composite, floor) => {
		expect(scoreReview(admissionPolicyV1.forceWeightsBps, given)).toMatchObject({
			compositeBps,
			lowestForceBps,
		});
		const status = (ok: boolean) => (ok ? "passed" : "failed");
		expect(find("force_composite", { scores: given })).toMatchObject({
			status: status(composite),
			value: `${compositeBps}`,
		});
		expect(find("force_floor", { scores: given })).toMatchObject({
			status: status(floor),
			value: `${lowestForceBps}`,
		});
	});

	test("are waited for", () => {
		expect(find("force_composite", {})).toMatchObject({
			status: "manual",
			reason: "AWAITS_REVIEW",
			threshold: "6000",
		});
	});
});
