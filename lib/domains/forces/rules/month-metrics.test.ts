import { describe, expect, test } from "vitest";
import { metricsOfForce } from "@/lib/domains/forces/rules/metrics-of-force";
import {
	findMetricFault,
	forceMetrics,
	type MetricKey,
	metricParts,
} from "@/lib/domains/forces/rules/month-metrics";

const zeros = Object.fromEntries(forceMetrics.map(({ key }) => [key, 0])) as Record<MetricKey, number>;
const faultOf = (month: string, values: Partial<Record<MetricKey, number>>) =>
	findMetricFault(month, (key) => ({ ...zeros, ...values })[key]);

describe("the counts of a month taken together", () => {
	test.each(metricParts)("$part may be all of $whole and no more", ({ part, whole, code }) => {
		// A whole that is itself limited by another count has room.
		const room = { activeSkus: 100 };
		expect(faultOf("2026-03", { ...room, [whole]: 7, [part]: 7 })).toBeNull();
		expect(faultOf("2026-03", { ...room, [whole]: 7, [part]: 8 })).toEqual({ key: part, code });
	});

	test.each([
		["2026-03", 31],
		["2026-04", 30],
		["2026-02", 28],
		["2028-02", 29],
	])("a SKU is on sale for the days of %s at most", (month, days) => {
		expect(faultOf(month, { activeSkus: 3, skuDays: 3 * days })).toBeNull();
		expect(faultOf(month, { activeSkus: 3, skuDays: 3 * days + 1 })).toEqual({
			key: "skuDays",
			code: "SKU_DAYS_EXCEED_MONTH",
		});
	});

	test("a month of nothing is a month", () => {
		expect(faultOf("2026-03", {})).toBeNull();
	});
});

test("every count is shown with the force it measures, and once", () => {
	const grouped = Object.values(metricsOfForce).flat();
	expect([...grouped].sort()).toEqual(forceMetrics.map(({ key }) => key).sort());
});
