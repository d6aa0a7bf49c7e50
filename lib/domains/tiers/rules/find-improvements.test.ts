import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forcePolicyV1 } from "@/lib/domains/forces/constants";
import { rebuildScorecard, scoreForces } from "@/lib/domains/forces/rules/score-forces";
import type { ForceScorecard, MonthlyForceFacts } from "@/lib/domains/forces/types";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { applyImprovements, findImprovements, reaches } from "@/lib/domains/tiers/rules/find-improvements";
import { buildReceipt } from "@/lib/domains/tiers/rules/receipt";
import { factsOf, rejudge } from "@/lib/domains/tiers/rules/rejudge";
import type { DecisionReceipt, PartnerFacts } from "@/lib/domains/tiers/types";
import { ratioFromDecimal } from "@/lib/platform/money/ratio";
import { trailingMonths } from "@/lib/platform/time";

const ASOF = "2024-06-20";
const PERIOD = "2024-05";
const MILLION = 100_000_000n; // fen
const refs = { tierPolicy: { version: 1, hash: "t" }, forcePolicy: { version: 1, hash: "f" } };

/** Counts around the middle of every indicator's scale, so that most forces lie between 20 and 100. */
const month = (name: string) =>
	fc
		.record<Omit<MonthlyForceFacts, "month">>({
			trafficSpendFen: fc.constant(1_000_000n),
			trafficGmvFen: fc.bigInt(1_500_000n, 6_000_000n),
			contentViews: fc.constant(1_000n),
			contentGmvFen: fc.bigInt(3_000n, 11_000n),
			liveMinutes: fc.integer({ min: 2_000, max: 8_000 }),
			activeShops: fc.constant(1),
			liveGmvFen: fc.bigInt(10_000_000n, 240_000_000n),
			signedStreamers: fc.integer({ min: 30, max: 60 }),
			qualifiedStreamers: fc.integer({ min: 4, max: 22 }),
			ordersDue: fc.constant(1_000),
			ordersShippedOnTime: fc.integer({ min: 920, max: 1_000 }),
			afterSalesCasesDue: fc.constant(100),
			afterSalesCasesInSla: fc.integer({ min: 84, max: 100 }),
			paidOrders: fc.constantFrom(0, 9_999, 10_000, 10_000, 10_000),
			disputes: fc.constantFrom(0, 20, 50, 51, 81, 120, 350),
			activeSkus: fc.constant(100),
			exclusiveSkus: fc.integer({ min: 4, max: 24 }),
			skuDays: fc.constant(3_000),
			stockoutSkuDays: fc.integer({ min: 0, max: 260 }),
			c2mOrders: fc.integer({ min: 100, max: 1_200 }),
		})
		.map((facts): MonthlyForceFacts => ({ month: name, ...facts }));

type Entry = { facts: PartnerFacts; card: ForceScorecard };

const entry = fc.record({
	months: fc.tuple(...trailingMonths(PERIOD, 3).map(month)),
	gmvFen: fc.bigInt(0n, 1_200n).map((n) => n * MILLION + 1n),
	gmvBeforeFen: fc.bigInt(0n, 900n).map((n) => n * MILLION),
	experts: fc.record({ senior: fc.nat(4), intermediate: fc.nat(4), junior: fc.nat(4) }),
	isForger: fc.constantFrom(false, false, false, false, false, false, false, true),
	previous: fc.option(
		fc.record({
			runId: fc.constant("run"),
			tier: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
			bottomRuns: fc.nat(1),
		}),
	),
});

type Row = typeof entry extends fc.Arbitrary<infer T> ? T : never;

function makeEntry(id: string, { months, isForger, ...rest }: Row): Entry {
	const card = scoreForces(forcePolicyV1, months, PERIOD);
	const forcesBps = Object.fromEntries(
		card.forces.map((force) => [force.force, force.scoreBps]),
	) as PartnerFacts["forcesBps"];
	const redLines = isForger
		? [{ id: "r", kind: "FORGED_CREDENTIALS" as const, occurredOn: "2024-01-31" }]
		: [];
	const facts: PartnerFacts = {
		partnerId: id,
		trackCode: "a",
		admittedOn: "2022-01-01",
		compositeBps: card.compositeBps,
		forcesBps,
		disputes: months.reduce((sum, row) => sum + row.disputes, 0),
		paidOrders: months.reduce((sum, row) => sum + row.paidOrders, 0),
		redLines,
		...rest,
	};
	return { facts, card };
}

const track = (minLength = 1, maxLength = 40) =>
	fc
		.array(entry, { minLength, maxLength, size: "max" })
		.map((rows) => rows.map((row, i) => makeEntry(`p${String(i).padStart(2, "0")}`, row)));
/** Strong enough for the upper tiers, so that places are short. */
const crowd = track(10).map((rows) =>
	rows.map(({ facts, card }) => ({
		card,
		facts: { ...facts, gmvFen: facts.gmvFen + 900n * MILLION, disputes: 0, paidOrders: 10_000, redLines: [] },
	})),
);

function receiptsOf(rows: readonly Entry[]): DecisionReceipt[] {
	const result = evaluateTrack(
		tierPolicyV1,
		rows.map((row) => row.facts),
		ASOF,
	);
	return result.verdicts.map((verdict) => {
		const card = rows.find((row) => row.facts.partnerId === verdict.facts.partnerId)?.card ?? null;
		return buildReceipt(result, verdict, refs, card);
	});
}

function checkSets(rows: readonly Entry[]): number {
	let count = 0;
	for (const receipt of receiptsOf(rows)) {
		const way = findImprovements(receipt);
		for (const set of way?.sets ?? []) {
			if (!way) continue;
			count += 1;
			expect(reaches(receipt, way.target, set.improvements)).toBe(true);
			for (const one of set.improvements)
				expect(
					reaches(
						receipt,
						way.target,
						set.improvements.filter((other) => other !== one),
					),
				).toBe(false);
			const changed = applyImprovements(receipt, set.improvements);
			const others = rows.map((row) => row.facts).filter((facts) => facts.partnerId !== receipt.partnerId);
			const real = evaluateTrack(tierPolicyV1, [...others, changed], ASOF);
			const verdict = real.verdicts.find((one) => one.facts.partnerId === receipt.partnerId);
			expect(verdict?.tier, `${receipt.partnerId} to T${way.target}`).toBeGreaterThanOrEqual(way.target);
		}
	}
	return count;
}

describe("every set of improvements", () => {
	test("reaches the next tier by the engine, in the receipt and in the whole track, and needs each of its elements", () => {
		let sets = 0;
		fc.assert(
			fc.property(track(), (rows) => {
				sets += checkSets(rows);
			}),
			{ numRuns: 25 },
		);
		expect(sets).toBeGreaterThan(200);
	});

	test("does so too where places are short", () => {
		let sets = 0;
		fc.assert(
			fc.property(crowd, (rows) => {
				sets += checkSets(rows);
			}),
			{ numRuns: 25 },
		);
		expect(sets).toBeGreaterThan(100);
	});

	test("is ordered by cost and the same whenever it is asked", () => {
		fc.assert(
			fc.property(track(1, 12), (rows) => {
				for (const receipt of receiptsOf(rows)) {
					const way = findImprovements(receipt);
					const costs = way?.sets.map((set) => set.costBps) ?? [];
					expect(costs).toEqual([...costs].sort((a, b) => a - b));
					expect(findImprovements(JSON.parse(JSON.stringify(receipt)))).toEqual(way);
					if (way && way.sets.length === 0) expect(way.obstacle).not.toBeNull();
				}
			}),
			{ numRuns: 15 },
		);
	});

	test("names indicators that bring their force to the score when they alone move", () => {
		let paths = 0;
		fc.assert(
			fc.property(track(1, 6), (rows) => {
				for (const receipt of receiptsOf(rows))
					for (const one of findImprovements(receipt)?.sets.flatMap((set) => set.improvements) ?? []) {
						if (one.kind !== "force" || !receipt.scorecard) continue;
						for (const path of one.paths) {
							paths += 1;
							const { num, den } = ratioFromDecimal(path.to);
							const changed = structuredClone(receipt.scorecard) as ForceScorecard;
							const row = changed.forces
								.flatMap((force) => force.indicators)
								.find(({ id }) => id === path.id);
							Object.assign(row ?? {}, { numerator: `${num}`, denominator: `${den}` });
							const force = rebuildScorecard(changed).forces.find((other) => other.force === one.force);
							expect(force?.scoreBps).toBeGreaterThanOrEqual(one.toBps);
						}
					}
			}),
			{ numRuns: 25 },
		);
		expect(paths).toBeGreaterThan(50);
	});
});

describe("the verdict made again", () => {
	test("is the run's own when nothing changes", () => {
		fc.assert(
			fc.property(track(), (rows) => {
				for (const receipt of receiptsOf(rows)) {
					const again = rejudge(receipt, factsOf(receipt));
					expect(again.decision).toEqual(receipt.decision);
					expect(again.standing).toEqual(receipt.race.standing);
					expect(again.field).toEqual(receipt.race.field);
				}
			}),
			{ numRuns: 40 },
		);
	});
});

/** One partner alone in its track: no race. */
function alone(changes: Partial<PartnerFacts>): DecisionReceipt {
	const full = { traffic: 9000, livestream: 9000, incubation: 9000, fulfilment: 9000, supply: 9000 };
	const facts: PartnerFacts = {
		partnerId: "p",
		trackCode: "a",
		admittedOn: "2022-01-01",
		gmvFen: 1_000n * MILLION,
		gmvBeforeFen: 0n,
		compositeBps: 9000,
		forcesBps: full,
		disputes: 10,
		paidOrders: 10_000,
		experts: { senior: 3, intermediate: 0, junior: 0 },
		redLines: [],
		previous: null,
		...changes,
	};
	const result = evaluateTrack(tierPolicyV1, [facts], ASOF);
	const [verdict] = result.verdicts;
	if (!verdict) throw new Error("no verdict");
	return buildReceipt(result, verdict, refs);
}

const kinds = (receipt: DecisionReceipt) => findImprovements(receipt)?.sets.map((set) => set.improvements);

describe("cases by hand", () => {
	test("at the top there is no way up", () => {
		expect(findImprovements(alone({}))).toBeNull();
	});

	test("one fen short, one head short, one dispute too many: exactly that", () => {
		expect(kinds(alone({ gmvFen: 1_000n * MILLION - 1n }))).toEqual([
			[{ kind: "gmv", fromFen: "99999999999", toFen: "100000000000", costBps: 1 }],
		]);
		expect(kinds(alone({ experts: { senior: 2, intermediate: 5, junior: 0 } }))).toEqual([
			[{ kind: "experts", level: "senior", add: 1, costBps: 3334 }],
		]);
		expect(kinds(alone({ disputes: 51 }))).toEqual([
			[{ kind: "dispute_rate", fromBps: 51, toBps: 50, maxDisputes: 50, paidOrders: 10_000, costBps: 197 }],
		]);
	});

	test("“more than” asks for one fen beyond the line", () => {
		const receipt = alone({ gmvFen: 100n * MILLION });
		expect(receipt.decision.tier).toBe(2);
		expect(kinds(receipt)?.[0]).toMatchObject([{ kind: "gmv", toFen: "10000000001" }]);
	});

	test("a senior that is missing counts for the intermediates that are missing", () => {
		const receipt = alone({ gmvFen: 300n * MILLION, experts: { senior: 0, intermediate: 2, junior: 0 } });
		expect(receipt.decision.tier).toBe(3);
		expect(kinds(receipt)).toEqual([[{ kind: "experts", level: "senior", add: 1, costBps: 10_000 }]]);
	});

	test("without paid orders there is no rate: the first order without a dispute is what is asked", () => {
		const [set] = kinds(alone({ disputes: 0, paidOrders: 0 })) ?? [];
		expect(set).toMatchObject([{ kind: "dispute_rate", fromBps: null, paidOrders: 1, maxDisputes: 0 }]);
	});

	test("a record stands in the way until the day it no longer counts", () => {
		const receipt = alone({ redLines: [{ id: "r", kind: "FORGED_CREDENTIALS", occurredOn: "2024-01-31" }] });
		expect(findImprovements(receipt)).toMatchObject({
			sets: [],
			obstacle: "RED_LINE",
			recordsUntil: "2025-01-31",
		});
	});

	test("a dispute rate over the red line is a thing to improve, not a record", () => {
		const receipt = alone({ disputes: 301 });
		expect(receipt.decision.movement).toBe("RED_LINE");
		expect(kinds(receipt)?.[0]).toMatchObject([{ kind: "dispute_rate", fromBps: 301, toBps: 150 }]);
	});
});
