import { expect, test } from "vitest";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import { firstAssumptions } from "@/lib/domains/trust/constants/stress";
import { tenfoldPieces } from "@/lib/domains/trust/rules/stress/payouts";
import { costAt, logNormalOf } from "@/lib/domains/trust/rules/stress/piecewise";
import { risksOf, stressTest } from "@/lib/domains/trust/rules/stress/stress-test";
import { workTenfold } from "@/lib/domains/trust/rules/work-tenfold";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { StressAssumptions } from "@/lib/domains/trust/types/stress";
import { normalQuantile } from "@/lib/platform/statistics/quantile";
import { openStream, toUnit } from "@/lib/platform/statistics/stream";
import { aClaim } from "@/tests/factories/trust-facts";

const policies = { freight: trustPoliciesV1.trust_freight, tenfold: trustPoliciesV1.trust_tenfold };

/** Orders drawn one by one: the events of an order exclude each other, a return has its freight and its loss. */
function simulate(held: readonly Guarantee[], one: StressAssumptions, runs: number): number[] {
	const next = openStream("stress");
	const unit = () => toUnit(next());
	const { mu, sigma } = logNormalOf({ mean: one.meanOrderFen, cv: one.cvHundredths / 100 });
	const value = () => Math.exp(mu + sigma * normalQuantile(unit()));
	const risks = risksOf(held, one, policies);
	const plain = risks.filter(
		({ guarantee }) => guarantee !== "TENFOLD_COMPENSATION" && guarantee !== "SEVEN_DAY_RETURN",
	);
	const fakes = risks.find(({ guarantee }) => guarantee === "TENFOLD_COMPENSATION");
	const loss = held.includes("SEVEN_DAY_RETURN") ? one.returnLossBps / 10_000 : 0;
	return Array.from({ length: runs }, () => {
		let cost = 0;
		for (let order = 0; order < one.orders; order++) {
			let chance = unit();
			for (const { rate, pieces, guarantee } of plain) {
				chance -= rate;
				if (chance >= 0) continue;
				const worth = value();
				cost += costAt(pieces, worth) + (guarantee === "RETURN_FREIGHT" ? loss * worth : 0);
				break;
			}
		}
		if (!fakes) return cost;
		for (let at = wait(); at < 1; at += wait())
			for (let index = 0; index < fakes.batch; index++) cost += costAt(fakes.pieces, value());
		return cost;
		function wait(): number {
			return (-Math.log(unit()) * (fakes?.batch ?? 1)) / (one.orders * (fakes?.rate ?? 0));
		}
	});
}

function describe(costs: readonly number[]) {
	const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
	const variance = costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / (costs.length - 1);
	return { mean, deviation: Math.sqrt(variance) };
}

test.each([
	["an ordinary shop", firstAssumptions],
	["a bad batch now and then", { ...firstAssumptions, counterfeitsPer100k: 100, batchSize: 10 }],
	["dear and uneven food", { ...firstAssumptions, isFood: true, meanOrderFen: 20_000, cvHundredths: 120 }],
])("%s: the closed form is what a simulation finds", (_name, some) => {
	const one = { ...some, orders: 2_000 };
	const costs = simulate(guarantees, one, 1_500);
	const { mean, deviation } = describe(costs);
	const result = stressTest(guarantees, one, policies);
	const inRange =
		costs.filter((cost) => cost >= result.lowFen && cost <= result.highFen).length / costs.length;
	expect(Math.abs(mean - result.expectedFen)).toBeLessThan(
		(4 * result.deviationFen) / Math.sqrt(costs.length),
	);
	expect(deviation / result.deviationFen).toBeGreaterThan(0.88);
	expect(deviation / result.deviationFen).toBeLessThan(1.12);
	expect(inRange).toBeGreaterThan(0.87);
	expect(inRange).toBeLessThan(0.93);
	const bound = result.expectedFen + result.deviationFen;
	const over = costs.filter((cost) => cost > bound).length / costs.length;
	expect(
		Math.abs(stressTest(guarantees, { ...one, depositFen: bound }, policies).overDeposit - over),
	).toBeLessThan(0.04);
});

test("the pieces pay what a claim is paid, on both sides of every kink", () => {
	for (const isFood of [false, true])
		for (const fen of [100, 5_555, 5_556, 9_999, 16_666, 16_667, 100_000]) {
			const paid = workTenfold(aClaim({ paidFen: BigInt(fen), isFood }), policies.tenfold, 1);
			expect(paid.ok && Number(paid.working.totalFen)).toBeCloseTo(
				costAt(tenfoldPieces(policies.tenfold, isFood), fen),
				6,
			);
		}
});

test("the parts add up to the whole, and a guarantee not held costs nothing", () => {
	const result = stressTest(guarantees, firstAssumptions, policies);
	const sum = result.parts.reduce((total, { costFen }) => total + costFen, 0);
	expect(sum / result.expectedFen).toBeCloseTo(1, 9);
	expect(stressTest([], firstAssumptions, policies)).toMatchObject({
		expectedFen: 0,
		depositLasts: null,
		overDeposit: 0,
	});
	const freight = stressTest(
		["RETURN_FREIGHT"],
		{ ...firstAssumptions, faultyShareBps: 0, remoteShareBps: 0 },
		policies,
	);
	expect(freight.expectedFen).toBeCloseTo(10_000 * 0.08 * 1_000, 6);
});

test("equal orders have a spread of their own counts only, and the break-even pays", () => {
	const even = { ...firstAssumptions, cvHundredths: 0, faultyShareBps: 0, remoteShareBps: 0 };
	const { deviationFen } = stressTest(["RETURN_FREIGHT"], even, policies);
	expect(deviationFen).toBeCloseTo(1_000 * Math.sqrt(10_000 * 0.08 * 0.92), 6);
	const { breakEvenBps, expectedFen } = stressTest(guarantees, firstAssumptions, policies);
	const paid = stressTest(guarantees, { ...firstAssumptions, upliftBps: breakEvenBps ?? 0 }, policies);
	expect(paid.gainFen).toBeCloseTo(expectedFen, 3);
});
