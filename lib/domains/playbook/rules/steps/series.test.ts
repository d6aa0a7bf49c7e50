import { expect, test } from "vitest";
import { stepPolicyV1 } from "@/lib/domains/playbook/constants/step-policy";
import type { Criterion, StepInputs } from "@/lib/domains/playbook/types/steps";
import { movesBetween, seriesOf } from "./series";

const day = (over: Partial<StepInputs>): StepInputs => ({
	...{
		day: "2026-03-31",
		firstDay: "2026-01-01",
		gmvFen: 0n,
		publicFen: 0n,
		selfLiveFen: 0n,
		privateFen: 0n,
	},
	...{ exclusiveFen: 0n, productFen: 0n, firstFen: 0n, streamers: 0, products: 0, burst: null, liveDays: 0 },
	...{ liveMinutes: 0, buyers: 0, buyersAgain: 0, exclusiveProducts: 0 },
	...over,
});

test("a criterion's line has a value on each day that has one, and a gap where there is nothing to divide by", () => {
	const series = seriesOf(
		[day({ streamers: 9 }), day({ streamers: 10, gmvFen: 10_000n, publicFen: 2_999n })],
		stepPolicyV1,
	);
	expect(series.get("STREAMERS")).toEqual([9, 10]);
	expect(series.get("PUBLIC_SHARE")).toEqual([null, 2999]);
	expect(seriesOf([], stepPolicyV1).size).toBe(0);
});

const criterion = (code: Criterion["code"], value: number | null, threshold: number): Criterion => ({
	...{ code, value, threshold, distance: null, reason: "BELOW", inputs: {} },
	isMet: value !== null && value >= threshold,
});

test("what crossed its threshold is told first, what stood still is not told", () => {
	const before = [criterion("STREAMERS", 2, 10), criterion("PRODUCTS", 3, 3), criterion("LIVE_DAYS", 19, 20)];
	const now = [criterion("STREAMERS", 9, 10), criterion("PRODUCTS", 3, 3), criterion("LIVE_DAYS", 20, 20)];
	expect(movesBetween(before, now)).toEqual([
		{ code: "LIVE_DAYS", from: 19, to: 20, threshold: 20, crossed: "UP" },
		{ code: "STREAMERS", from: 2, to: 9, threshold: 10, crossed: null },
	]);
	expect(movesBetween(now, before)[0]).toMatchObject({ code: "LIVE_DAYS", crossed: "DOWN" });
	expect(movesBetween([], now)).toEqual([]);
});
