import {
	type CostDistribution,
	type Cumulants,
	chanceBelow,
	costQuantile,
	totalCumulants,
} from "@/lib/domains/trust/rules/stress/cost-distribution";
import { capped, flat, tenfoldPieces } from "@/lib/domains/trust/rules/stress/payouts";
import {
	type Moments,
	momentsOf,
	type OrderValues,
	type Piece,
} from "@/lib/domains/trust/rules/stress/piecewise";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type {
	StressAssumptions,
	StressPart,
	StressPolicies,
	StressResult,
} from "@/lib/domains/trust/types/stress";

const BPS = 10_000;

/** One way an order can cost: how likely, what it costs by the order's value, whether it comes by the batch. */
export type Risk = {
	readonly guarantee: Guarantee;
	readonly rate: number;
	readonly pieces: readonly Piece[];
	readonly batch: number;
	/** Whether whoever claims may be won as a buyer again. */
	readonly isHonest: boolean;
};

/** The risks of the guarantees a shop would hold. Those of one order exclude each other; counterfeits come besides. */
export function risksOf(
	held: readonly Guarantee[],
	one: StressAssumptions,
	{ freight, tenfold }: StressPolicies,
): Risk[] {
	const rate = one.returnRateBps / BPS;
	const [faulty, remote] = [one.faultyShareBps / BPS, one.remoteShareBps / BPS];
	const base = { batch: 1, isHonest: true };
	const freightRisk = (share: number, fen: number): Risk => ({
		...{ ...base, guarantee: "RETURN_FREIGHT", rate: rate * share, pieces: flat(fen) },
	});
	const [near, far] = [one.freightNormalFen, one.freightRemoteFen];
	const risks: Risk[] = [
		freightRisk((1 - faulty) * (1 - remote), Math.min(near, freight.capNormalFen)),
		freightRisk((1 - faulty) * remote, Math.min(far, freight.capRemoteFen)),
		freightRisk(faulty * (1 - remote), near),
		freightRisk(faulty * remote, far),
		{
			...{ ...base, guarantee: "SEVEN_DAY_RETURN", rate },
			pieces: [{ from: 0, to: Number.POSITIVE_INFINITY, base: 0, slope: one.returnLossBps / BPS }],
		},
		...([true, false] as const).map(
			(isHonest): Risk => ({
				...{ batch: 1, isHonest, guarantee: "REFUND_WITHOUT_RETURN" },
				rate: (isHonest ? one.refundOnlyRateBps : one.abuseRateBps) / BPS,
				pieces: capped(one.orderCeilingFen),
			}),
		),
		{
			...{ guarantee: "TENFOLD_COMPENSATION", isHonest: true, batch: one.batchSize },
			rate: one.counterfeitsPer100k / 100_000,
			pieces: tenfoldPieces(tenfold, one.isFood),
		},
	];
	return risks.filter(({ guarantee }) => held.includes(guarantee));
}

/** Of a sum over independent orders, each with a raw moment of its cost. */
function ofOrders(orders: number, [m1, m2, m3]: Moments): Cumulants {
	return [orders * m1, orders * (m2 - m1 * m1), orders * (m3 - 3 * m1 * m2 + 2 * m1 ** 3)];
}

/**
 * What the promises would cost in the orders assumed, in closed form: the mean, the spread and the skew are exact under the
 * assumptions; the range and the risk to the deposit are those of `chanceBelow`. The freight and the loss of a return come
 * together, on one order.
 */
export function stressTest(
	held: readonly Guarantee[],
	one: StressAssumptions,
	policies: StressPolicies,
): StressResult {
	const values: OrderValues = { mean: one.meanOrderFen, cv: one.cvHundredths / 100 };
	const risks = risksOf(held, one, policies).map((risk) => ({
		...risk,
		moments: momentsOf(risk.pieces, values),
	}));
	const distribution = distributionOf(risks, one, values, held);
	const [mean, variance, third] = totalCumulants(distribution);
	const deviation = Math.sqrt(Math.max(0, variance));
	const won = risks.reduce((sum, risk) => sum + (touches(risk, held) ? one.orders * risk.rate : 0), 0);
	const gainOfBps = (won * one.meanOrderFen * (one.marginBps / BPS)) / BPS;
	return {
		parts: partsOf(risks, one.orders),
		...{ expectedFen: mean, deviationFen: deviation, skewness: deviation > 0 ? third / deviation ** 3 : 0 },
		...{ lowFen: costQuantile(distribution, 0.05), highFen: costQuantile(distribution, 0.95) },
		overDeposit: 1 - chanceBelow(distribution, one.depositFen),
		depositLasts: mean > 0 ? (one.depositFen / mean) * one.orders : null,
		gainFen: gainOfBps * one.upliftBps,
		breakEvenBps: gainOfBps > 0 ? mean / gainOfBps : null,
	};
}

/** A return with freight is one order, not two: its buyer is counted once, with the return where that is held. */
function touches({ guarantee, isHonest }: Risk, held: readonly Guarantee[]): boolean {
	return isHonest && !(guarantee === "RETURN_FREIGHT" && held.includes("SEVEN_DAY_RETURN"));
}

type Measured = Risk & { readonly moments: Moments };

function distributionOf(
	risks: readonly Measured[],
	one: StressAssumptions,
	values: OrderValues,
	held: readonly Guarantee[],
): CostDistribution {
	const ofOrder: [number, number, number] = [0, 0, 0];
	const add = (rate: number, moments: Moments) => {
		for (const index of [0, 1, 2] as const) ofOrder[index] += rate * moments[index];
	};
	const loss = held.includes("SEVEN_DAY_RETURN") ? one.returnLossBps / BPS : 0;
	for (const { guarantee, rate, pieces, moments } of risks) {
		if (guarantee === "TENFOLD_COMPENSATION") continue;
		if (guarantee === "RETURN_FREIGHT")
			add(
				rate,
				momentsOf(
					pieces.map((piece) => ({ ...piece, slope: loss })),
					values,
				),
			);
		else if (guarantee !== "SEVEN_DAY_RETURN" || !held.includes("RETURN_FREIGHT")) add(rate, moments);
	}
	const fakes = risks.find(({ guarantee }) => guarantee === "TENFOLD_COMPENSATION");
	return {
		always: ofOrders(one.orders, ofOrder),
		batches: fakes ? (one.orders * fakes.rate) / fakes.batch : 0,
		batch: fakes ? ofOrders(fakes.batch, fakes.moments) : [0, 0, 0],
	};
}

function partsOf(risks: readonly Measured[], orders: number): StressPart[] {
	return [...new Set(risks.map(({ guarantee }) => guarantee))].map((guarantee) => {
		const own = risks.filter((risk) => risk.guarantee === guarantee);
		const sum = (of: (risk: Measured) => number) => own.reduce((total, risk) => total + of(risk), 0);
		return {
			guarantee,
			claims: orders * sum(({ rate }) => rate),
			costFen: orders * sum(({ rate, moments }) => rate * moments[0]),
		};
	});
}
