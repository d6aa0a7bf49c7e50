import fc from "fast-check";
import { expect, it } from "vitest";
import { isWithin, LEAST_PEERS, mergeBins } from "@/lib/domains/programme/rules/forecast/peers";
import { stateOfForecast } from "@/lib/domains/programme/rules/forecast/state";
import type { ForecastHead } from "@/lib/domains/programme/types/forecast";

it("never shows a group of fewer than five, and loses nobody", () =>
	fc.assert(
		fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 11 }), (counts) => {
			const edges = counts.slice(1).map((_, at) => BigInt(at + 1) * 100n);
			const bins = mergeBins(counts, edges);
			const all = counts.reduce((a, b) => a + b, 0);
			for (const bin of bins) expect(bin.peers).toBeGreaterThanOrEqual(LEAST_PEERS);
			expect(bins.reduce((sum, bin) => sum + bin.peers, 0)).toBe(all < LEAST_PEERS ? 0 : all);
			bins.slice(1).forEach((bin, at) => {
				expect(bin.fromFen).toBe(bins[at]?.toFen);
			});
		}),
	));

it.each([
	[[4], []],
	[[5], [5]],
	[[5, 4], [9]],
	[
		[4, 5, 5],
		[9, 5],
	],
])("bins of %j become %j", (counts, merged) => {
	expect(mergeBins(counts, [100n, 200n].slice(0, counts.length - 1)).map(({ peers }) => peers)).toEqual(
		merged,
	);
});

it("takes the lower edge in and leaves the upper one out", () => {
	const bin = { fromFen: 100n, toFen: 200n, peers: 5 };
	expect([99n, 100n, 199n, 200n].map((net) => isWithin(net, bin))).toEqual([false, true, true, false]);
});

it("tells a forecast of other lines or dates from one that is merely old", () => {
	const range = { from: "2026-03-01", to: "2027-03-01" };
	const band = { code: "a", nameZh: "", nameEn: "", thresholdFen: 100n, inclusive: true, targetCount: 2 };
	const head = {
		asOf: "2026-11-22",
		range,
		result: { lines: [{ code: "a", thresholdFen: "100", inclusive: true, target: 2 }] },
	} as unknown as ForecastHead;
	const of = (bands: (typeof band)[], through: string | null, dates = range) =>
		stateOfForecast(head, { range: dates, bands }, through);
	expect(of([band], "2026-11-22")).toBe("fresh");
	expect(of([band], "2026-11-23")).toBe("old");
	expect(of([band], null)).toBe("fresh");
	expect(of([{ ...band, thresholdFen: 101n }], "2026-11-22")).toBe("changed");
	expect(of([{ ...band, targetCount: 3 }], "2026-11-22")).toBe("changed");
	expect(of([band], "2026-11-22", { ...range, to: "2027-03-02" })).toBe("changed");
	expect(stateOfForecast(null, { range, bands: [band] }, null)).toBe("none");
});
