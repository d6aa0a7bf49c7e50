import { expect, test } from "vitest";
import { normalCdf } from "@/lib/platform/statistics/normal";
import { normalQuantile } from "@/lib/platform/statistics/quantile";

test("the distribution function is the quantile's inverse, on both sides and in the tails", () => {
	for (const p of [0.0001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.9999])
		expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(2e-7);
	expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
});
