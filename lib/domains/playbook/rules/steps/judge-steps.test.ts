import { expect, test } from "vitest";
import { stepPolicyV1 } from "@/lib/domains/playbook/constants/step-policy";
import { scoreDrivers } from "@/lib/domains/playbook/rules/steps/drivers";
import { judgeSteps, metMask, trendOf } from "@/lib/domains/playbook/rules/steps/judge-steps";
import type { CriterionCode, StepInputs } from "@/lib/domains/playbook/types/steps";

const atTheLine: StepInputs = {
	day: "2026-03-31",
	firstDay: "2026-02-04",
	gmvFen: 20_000n,
	publicFen: 6_000n,
	selfLiveFen: 4_000n,
	privateFen: 5_000n,
	exclusiveFen: 2_000n,
	productFen: 20_000n,
	firstFen: 10_000n,
	streamers: 10,
	products: 3,
	burst: { shopId: 1, productId: "P", weekFen: 500n, baselineEighths: 2_000n },
	liveDays: 20,
	liveMinutes: 4_800,
	buyers: 20,
	buyersAgain: 3,
	exclusiveProducts: 1,
};

const find = (inputs: Partial<StepInputs>, code: CriterionCode) => {
	const verdicts = judgeSteps({ ...atTheLine, ...inputs }, stepPolicyV1);
	const found = verdicts.flatMap(({ criteria }) => criteria).find((criterion) => criterion.code === code);
	if (!found) throw new Error(code);
	return found;
};

test("every criterion holds exactly at its threshold", () => {
	const verdicts = judgeSteps(atTheLine, stepPolicyV1);
	expect(metMask(verdicts)).toBe(31);
	for (const criterion of verdicts.flatMap(({ criteria }) => criteria))
		expect(criterion).toMatchObject({
			isMet: true,
			reason: "REACHED",
			distance: 0,
			value: criterion.threshold,
		});
});

test.each([
	["STREAMERS", { streamers: 9 }, 9, 1],
	["PRODUCTS", { products: 2 }, 2, 1],
	["BURST", { burst: { shopId: 1, productId: "P", weekFen: 499n, baselineEighths: 2_000n } }, 199, 1],
	["PUBLIC_SHARE", { publicFen: 5_999n }, 2_999, 1],
	["GROWTH", { gmvFen: 19_999n }, 199, 1],
	["LIVE_DAYS", { liveDays: 19 }, 19, 1],
	["LIVE_HOURS", { liveMinutes: 4_799 }, 4_799, 1],
	["SELF_LIVE_SHARE", { selfLiveFen: 3_999n }, 1_999, 1],
	["REPURCHASE", { buyers: 10_000, buyersAgain: 1_499 }, 1_499, 1],
	["PRIVATE_SHARE", { privateFen: 4_999n }, 2_499, 1],
	["EXCLUSIVE_PRODUCTS", { exclusiveProducts: 0 }, 0, 1],
	["EXCLUSIVE_SHARE", { exclusiveFen: 1_999n }, 999, 1],
] as const)("%s does not hold one unit below", (code, inputs, value, distance) => {
	expect(find(inputs, code)).toMatchObject({ isMet: false, reason: "BELOW", value, distance });
});

test("a share that rounds to its threshold but lies below it does not hold", () => {
	const found = find({ gmvFen: 10_000_000_000n, publicFen: 2_999_999_999n }, "PUBLIC_SHARE");
	expect(found).toMatchObject({ isMet: false, value: 2_999, distance: 1 });
});

test("either half closes the second step", () => {
	const half = (inputs: Partial<StepInputs>) =>
		judgeSteps({ ...atTheLine, ...inputs }, stepPolicyV1)[1]?.isMet;
	expect(half({ publicFen: 0n })).toBe(true);
	expect(half({ firstFen: 20_000n })).toBe(true);
	expect(half({ publicFen: 0n, firstFen: 20_000n })).toBe(false);
});

test("what has no value says why", () => {
	expect(find({ gmvFen: 0n }, "SELF_LIVE_SHARE")).toMatchObject({
		value: null,
		distance: null,
		reason: "NO_DATA",
	});
	expect(find({ gmvFen: -5n, privateFen: -5n }, "PRIVATE_SHARE")).toMatchObject({
		isMet: false,
		reason: "NO_DATA",
	});
	expect(find({ buyers: 0, buyersAgain: 0 }, "REPURCHASE").reason).toBe("NO_DATA");
	expect(find({ burst: null }, "BURST").reason).toBe("NO_DATA");
	expect(
		find({ burst: { shopId: 1, productId: "P", weekFen: 9n, baselineEighths: null } }, "BURST").reason,
	).toBe("NO_BASELINE");
	expect(find({ firstDay: null }, "GROWTH").reason).toBe("NO_DATA");
	expect(find({ firstFen: 0n }, "GROWTH").reason).toBe("NO_DATA");
});

test("a shop with three days of data: growth waits for two whole windows, a low share says that the history is short", () => {
	const young = { firstDay: "2026-03-29", publicFen: 0n };
	expect(find(young, "GROWTH")).toMatchObject({ value: null, reason: "WINDOW_NOT_OVER" });
	expect(find(young, "PUBLIC_SHARE")).toMatchObject({ value: 0, reason: "SHORT_HISTORY" });
	expect(find({ firstDay: "2026-02-05" }, "GROWTH").reason).toBe("WINDOW_NOT_OVER");
});

test("refunds beyond the sales make a share negative, rounded away from its threshold", () => {
	expect(find({ gmvFen: 30_000n, publicFen: -1n }, "PUBLIC_SHARE")).toMatchObject({
		value: -1,
		distance: 3_001,
	});
});

test("a trend is a difference of two values and null without one of them", () => {
	const now = find({}, "STREAMERS");
	expect(trendOf(find({ streamers: 7 }, "STREAMERS"), now)).toBe(3);
	expect(trendOf(undefined, now)).toBeNull();
	expect(trendOf(find({ burst: null }, "BURST"), find({}, "BURST"))).toBeNull();
});

test("a driver is full at its thresholds, counts nothing above them, and 0 for what has no data", () => {
	const scores = (inputs: Partial<StepInputs>) =>
		scoreDrivers(judgeSteps({ ...atTheLine, ...inputs }, stepPolicyV1));
	expect(scores({ streamers: 500 }).map(({ score }) => score)).toEqual([100, 100, 100]);
	expect(scores({ burst: null })[0]).toEqual({ driver: "marketing", score: 50, withoutData: 1 });
});
