import { expect, test } from "vitest";
import {
	stepFigures,
	stepPolicyDocumentV1,
	stepPolicyV1,
} from "@/lib/domains/playbook/constants/step-policy";
import { lintStepPolicy, mayPublish } from "./lint-policy";
import { formOfStepPolicy, readStepPolicyForm } from "./policy-form";
import { compareStepPolicies } from "./policy-words";
import { tryPolicy } from "./try-policy";

const form = formOfStepPolicy(stepPolicyDocumentV1);

test("a version survives being typed and read; hours, shares and multiples are typed as people say them", () => {
	expect(form).toMatchObject({ liveMinutes: "80", publicShareBps: "30", burstHundredths: "2" });
	expect(readStepPolicyForm(form)).toEqual({ ok: true, policy: stepPolicyDocumentV1 });
	expect(readStepPolicyForm({ ...form, burstHundredths: "1.85", liveMinutes: "1" })).toMatchObject({
		policy: { burstHundredths: 185, liveMinutes: 60 },
	});
	expect(readStepPolicyForm({ ...form, streamers: "", products: "-3", publicShareBps: "101" })).toEqual({
		ok: false,
		errors: { streamers: "REQUIRED", products: "NOT_A_NUMBER", publicShareBps: "OUT_OF_RANGE" },
	});
});

test("every figure stands between its bounds, and not beyond them", () => {
	for (const { code, min, max } of stepFigures)
		for (const [value, ok] of [
			[min, true],
			[max, true],
			[min - (code === "liveMinutes" ? 60 : 1), false],
		] as const)
			expect([
				code,
				value,
				readStepPolicyForm(formOfStepPolicy({ ...stepPolicyDocumentV1, [code]: value })).ok,
			]).toEqual([code, value, ok]);
});

const codes = (over: Partial<typeof stepPolicyV1>) =>
	lintStepPolicy({ ...stepPolicyV1, ...over }, stepPolicyV1).map(({ code }) => code);

test("what no brand can reach is a fault, at the line and one beyond", () => {
	expect(codes({})).toEqual([]);
	expect(codes({ liveDays: 28 })).toEqual([]);
	expect(codes({ liveDays: 29 })).toEqual(["LIVE_DAYS_OVER_WINDOW"]);
	expect(codes({ liveMinutes: 28 * 1440 })).toEqual([]);
	expect(codes({ liveMinutes: 28 * 1440 + 60 })).toEqual(["LIVE_HOURS_OVER_WINDOW"]);
	expect(codes({ selfLiveShareBps: 7500, publicShareBps: 1 })).toEqual(["ALL_SHARES_OVER_WHOLE"]);
	expect(codes({ selfLiveShareBps: 7501 })).toEqual(["SHARES_OVER_WHOLE"]);
	expect(codes({ burstHundredths: 101, growthHundredths: 101, reopenAfterDays: 7 })).toEqual([]);
	expect(codes({ burstHundredths: 100, growthHundredths: 100, reopenAfterDays: 6 })).toEqual([
		"BURST_NO_RISE",
		"GROWTH_NO_RISE",
		"REOPENS_FAST",
	]);
	expect(codes({ windowDays: 30 })).toEqual(["LENGTHS_CHANGED", "WINDOW_NOT_WEEKS"]);
	expect(mayPublish(lintStepPolicy({ ...stepPolicyV1, liveDays: 29 }, stepPolicyV1))).toBe(false);
	expect(mayPublish(lintStepPolicy({ ...stepPolicyV1, windowDays: 30 }, stepPolicyV1))).toBe(true);
});

test("a change says which way it goes", () => {
	const after = {
		...stepPolicyDocumentV1,
		streamers: 12,
		reopenAfterDays: 14,
		repurchaseDays: 60,
		windowDays: 35,
	};
	expect(compareStepPolicies(stepPolicyDocumentV1, after).map((one) => [one.figure, one.direction])).toEqual([
		["windowDays", "other"],
		["reopenAfterDays", "stricter"],
		["streamers", "stricter"],
		["repurchaseDays", "easier"],
	]);
});

const inputs = {
	...{ day: "2026-03-31", firstDay: "2026-01-01", gmvFen: 10_000n, publicFen: 3_000n, selfLiveFen: 0n },
	...{ privateFen: 0n, exclusiveFen: 0n, productFen: 0n, firstFen: 10_000n, streamers: 10, products: 3 },
	...{ burst: { shopId: 1, productId: "P", weekFen: 200n, baselineEighths: 800n } },
	...{ liveDays: 0, liveMinutes: 0, buyers: 0, buyersAgain: 0, exclusiveProducts: 0 },
};
const brand = (brandId: string, over: object) => ({
	...{ brandId, name: brandId, met: 0b11, inputs, states: {}, done: [] },
	...over,
});

test("a trial counts what holds then, what would close and what would begin to fall, and names who moves", () => {
	const brands = [
		brand("closed", { states: { 1: "CLOSED" as const } }),
		brand("open", { done: [1 as const] }),
		brand("late", { met: 0b10, inputs: { ...inputs, streamers: 9 }, done: [1 as const] }),
	];
	const same = tryPolicy(brands, stepPolicyV1);
	expect(same).toMatchObject({ brands: 3, changed: 0, examples: [] });
	expect(same.steps[0]).toEqual({ step: 1, metNow: 2, metThen: 2, wouldClose: 0, wouldFall: 0 });
	const easier = tryPolicy(brands, { ...stepPolicyV1, streamers: 9 });
	expect(easier.steps[0]).toEqual({ step: 1, metNow: 2, metThen: 3, wouldClose: 1, wouldFall: 0 });
	expect(easier.examples).toEqual([{ brandId: "late", name: "late", gained: [1], lost: [] }]);
	const harder = tryPolicy(brands, { ...stepPolicyV1, streamers: 11, publicShareBps: 3001 });
	expect(harder.steps[0]).toEqual({ step: 1, metNow: 2, metThen: 0, wouldClose: 0, wouldFall: 1 });
	expect(harder).toMatchObject({ changed: 3, examples: [{ lost: [1, 2] }, { lost: [1, 2] }, { lost: [2] }] });
});
