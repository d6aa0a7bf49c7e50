import { expect, it } from "vitest";
import { assumptions } from "@/lib/domains/programme/rules/forecast/assumptions";
import { backtest, toPeriods } from "@/lib/domains/programme/rules/forecast/backtest";

const days = 300;
const histories = (last = 1) =>
	Array.from({ length: 12 }, (_, p) => ({
		partnerId: `p${p}`,
		nets: Float64Array.from(
			{ length: days },
			(_, d) => (100 + 10 * p) * (1 + ((p * 31 + d * 17) % 13) / 20) * (d >= 240 ? last : 1),
		),
	}));
const lines = [{ code: "line", thresholdFen: 60_000, inclusive: true, targetCount: 6 }];
const run = (last?: number) =>
	backtest({
		seed: "s",
		from: "2025-01-15",
		histories: histories(last),
		lines,
		assumptions: { ...assumptions, paths: 200 },
	});

it("cuts whole periods that end on the day, the days before them left out", () => {
	const nets = Float64Array.from({ length: 60 }, (_, day) => day);
	expect([...toPeriods(nets, 57)]).toEqual([406, 1190]);
	expect([...toPeriods(nets, 27)]).toEqual([]);
});

it("takes every month-end with four periods before it, and every later one as a horizon", () => {
	const { origins, rows } = run();
	expect(origins).toEqual(["2025-05-31", "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30"]);
	expect(rows.map(({ horizon, sums }) => [horizon, sums.of])).toEqual([
		[1, 60],
		[2, 48],
		[3, 36],
		[4, 24],
		[5, 12],
		[null, 180],
	]);
	for (const { sums } of rows) expect(sums.covered).toBeLessThanOrEqual(sums.of);
});

it("sees nothing after an origin: what came later changes the score and not the forecast", () => {
	const [calm, wild] = [run(), run(50)];
	expect(wild.rows.at(-1)?.sums.covered).toBeLessThan(calm.rows.at(-1)?.sums.covered ?? 0);
	// The last origin of all is the only one that knows the change; those before expect what they expected.
	const far = (one: typeof calm) => one.rows.find(({ horizon }) => horizon === 5)?.sums.expected;
	expect(far(wild)).toBe(far(calm));
});
