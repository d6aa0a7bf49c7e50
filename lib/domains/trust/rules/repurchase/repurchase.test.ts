import { expect, test } from "vitest";
import { estimateEffect } from "@/lib/domains/trust/rules/repurchase/estimate-effect";
import { stratify, valueBandOf } from "@/lib/domains/trust/rules/repurchase/stratify";
import type { BuyerOrder, Stratum } from "@/lib/domains/trust/types/repurchase";
import { openStream, toUnit } from "@/lib/platform/statistics/stream";

const RUNS = 1_000;

type World = {
	strata: number;
	meanUsed: number;
	meanOthers: number;
	base: number;
	spread: number;
	effect: number;
};

/** Shops and months that differ in who buys again and in how often a guarantee is used; the effect is the same in all. */
function drawWorld(
	seed: string,
	world: World,
): { runs: number; covered: number; significant: number; bias: number } {
	const next = openStream(seed);
	const unit = () => toUnit(next());
	const binomial = (n: number, p: number) => {
		let hits = 0;
		for (let index = 0; index < n; index++) if (unit() < p) hits++;
		return hits;
	};
	let [runs, covered, significant, bias] = [0, 0, 0, 0];
	for (let run = 0; run < RUNS; run++) {
		const strata = Array.from({ length: world.strata }, (_, index): Stratum => {
			const level = index / Math.max(1, world.strata - 1) - 0.5;
			const p = world.base + world.spread * level;
			const used = Math.floor(unit() * 2 * world.meanUsed * (1 + level));
			const others = Math.floor(unit() * 2 * world.meanOthers * (1 - level));
			return {
				...{ key: String(index), used, others },
				usedAgain: binomial(used, p + world.effect),
				othersAgain: binomial(others, p),
			};
		});
		const effect = estimateEffect(strata);
		if (!effect.ok) continue;
		runs++;
		bias += effect.difference - world.effect;
		if (effect.low <= world.effect && world.effect <= effect.high) covered++;
		if (effect.low > 0 || effect.high < 0) significant++;
	}
	return { runs, covered: covered / runs, significant: significant / runs, bias: bias / runs };
}

const worlds: readonly (readonly [string, Omit<World, "effect">])[] = [
	["a few large strata", { strata: 4, meanUsed: 60, meanOthers: 120, base: 0.25, spread: 0.2 }],
	["many small strata", { strata: 80, meanUsed: 3, meanOthers: 9, base: 0.3, spread: 0.4 }],
	["few buy again", { strata: 20, meanUsed: 12, meanOthers: 36, base: 0.05, spread: 0.06 }],
];

test.each(worlds)("%s: the interval covers a true effect in 93–97% of 1,000 runs", (name, world) => {
	const { runs, covered, bias } = drawWorld(`${name}:effect`, { ...world, effect: 0.08 });
	expect(runs).toBe(RUNS);
	expect(covered).toBeGreaterThanOrEqual(0.93);
	expect(covered).toBeLessThanOrEqual(0.97);
	expect(Math.abs(bias)).toBeLessThan(0.005);
});

test.each(worlds)("%s: no effect is found significant in at most 6% of 1,000 runs", (name, world) => {
	expect(drawWorld(`${name}:none`, { ...world, effect: 0 }).significant).toBeLessThanOrEqual(0.06);
});

test("buyers who differ only in where they buy are no effect once they are matched", () => {
	const good: Stratum = { key: "a", used: 90, usedAgain: 45, others: 10, othersAgain: 5 };
	const poor: Stratum = { key: "b", used: 10, usedAgain: 1, others: 90, othersAgain: 9 };
	const effect = estimateEffect([good, poor]);
	expect(effect.ok && effect.difference).toBeCloseTo(0, 12);
	expect(effect).toMatchObject({ ok: true, usedShare: 0.46, used: 100, others: 100, strata: 2 });
});

test("one buyer short of enough is not enough, on either side", () => {
	const of = (used: number, others: number) =>
		estimateEffect([{ key: "a", used, usedAgain: 5, others, othersAgain: 5 }]);
	expect([of(50, 50).ok, of(49, 50).ok, of(50, 49).ok]).toEqual([true, false, false]);
	expect(of(49, 60)).toEqual({
		...{ ok: false, reason: "NOT_ENOUGH", least: 50 },
		...{ used: 49, others: 60, unmatched: 0, strata: 1 },
	});
});

test("users without anybody to compare them with are told of and left out", () => {
	const effect = estimateEffect([
		{ key: "a", used: 50, usedAgain: 25, others: 50, othersAgain: 20 },
		{ key: "b", used: 7, usedAgain: 7, others: 0, othersAgain: 0 },
	]);
	expect(effect).toMatchObject({ used: 50, unmatched: 7, usedShare: 0.5, difference: 0.5 - 0.4 });
});

test("nobody or everybody buys again: the interval is still one", () => {
	for (const again of [0, 50]) {
		const effect = estimateEffect([{ key: "a", used: 50, usedAgain: again, others: 50, othersAgain: again }]);
		expect(effect.ok && effect.low < 0 && effect.high > 0).toBe(true);
	}
});

const anOrder: BuyerOrder = {
	...{ shopId: "S", orderedOn: "2026-01-01", valueFen: 8_000n },
	...{ honoured: { guarantee: "RETURN_FREIGHT", on: "2026-01-10" }, nextOn: null },
};
const sorted = (over: Partial<BuyerOrder>, asOf = "2026-12-31", window: 30 | 60 | 90 = 30) =>
	stratify([{ ...anOrder, ...over }], { window, asOf });

test("a window that is not over is left out, known second order or not", () => {
	expect(sorted({ nextOn: "2026-01-20" }, "2026-02-13")).toEqual({ strata: [], notOver: 1 });
	expect(sorted({ nextOn: "2026-01-20" }, "2026-02-14").strata).toMatchObject([{ used: 1, usedAgain: 1 }]);
});

test("a second order counts from the day after the sorting day to the last of the window", () => {
	const again = (nextOn: string) => sorted({ nextOn }).strata[0]?.usedAgain;
	expect(["2026-01-15", "2026-01-16", "2026-02-14", "2026-02-15"].map(again)).toEqual([0, 1, 1, 0]);
});

test("what is honoured after the sorting day makes nobody a user", () => {
	const on = (day: string) => sorted({ honoured: { guarantee: "RETURN_FREIGHT", on: day } }).strata[0];
	expect(on("2026-01-15")).toMatchObject({ used: 1, others: 0 });
	expect(on("2026-01-16")).toMatchObject({ used: 0, others: 1 });
});

test("asked about one guarantee, buyers of another are on neither side", () => {
	const ask = (guarantee: "RETURN_FREIGHT" | "SEVEN_DAY_RETURN") =>
		stratify([anOrder], { window: 30, asOf: "2026-12-31", guarantee }).strata.length;
	expect([ask("RETURN_FREIGHT"), ask("SEVEN_DAY_RETURN")]).toEqual([1, 0]);
});

test("bands and months part the strata", () => {
	expect([4_999n, 5_000n, 49_999n, 50_000n].map(valueBandOf)).toEqual([0, 1, 3, 4]);
	const { strata } = stratify(
		[anOrder, { ...anOrder, orderedOn: "2026-02-01" }, { ...anOrder, valueFen: 1n }],
		{
			...{ window: 30, asOf: "2026-12-31" },
		},
	);
	expect(strata.map(({ key }) => key)).toEqual(["S|2026-01|0", "S|2026-01|1", "S|2026-02|1"]);
});
