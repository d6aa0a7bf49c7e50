import { describe, expect, test } from "vitest";
import { type TierLevel, tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { buildReceipt } from "@/lib/domains/tiers/rules/receipt";
import { recomputeFromReceipt } from "@/lib/domains/tiers/rules/recompute-receipt";
import type { MovementReason, PartnerFacts, Verdict } from "@/lib/domains/tiers/types";

/*
 * Hand-computed verdicts under policy v1. Every case is a track; the partner asked about is "x". "Wall" partners meet
 * every criterion of T5, so a wall of n ranked above x fills the highest tiers; "dust" partners meet nothing.
 */
const ASOF = "2024-06-20";
const YI = 10_000_000_000n; // 1亿 CNY in fen

type Case = Partial<Omit<PartnerFacts, "forcesBps">> & { forces?: number[] };

function partner(
	partnerId: string,
	{ forces = [9000, 9000, 9000, 9000, 9000], ...facts }: Case = {},
): PartnerFacts {
	const [traffic = 0, livestream = 0, incubation = 0, fulfilment = 0, supply = 0] = forces;
	return {
		partnerId,
		trackCode: "brand_operation",
		admittedOn: "2023-01-01",
		gmvFen: 10n * YI,
		gmvBeforeFen: 10n * YI,
		compositeBps: 9000,
		forcesBps: { traffic, livestream, incubation, fulfilment, supply },
		disputes: 0,
		paidOrders: 10_000,
		experts: { senior: 3, intermediate: 0, junior: 0 },
		redLines: [],
		previous: null,
		...facts,
	};
}

const wall = (n: number) =>
	Array.from({ length: n }, (_, i) =>
		partner(`w${i}`, { compositeBps: 10_000, gmvFen: 20n * YI, gmvBeforeFen: YI }),
	);
const dust = (n: number) =>
	Array.from({ length: n }, (_, i) =>
		partner(`d${i}`, {
			compositeBps: 0,
			gmvFen: 0n,
			gmvBeforeFen: YI,
			experts: { senior: 0, intermediate: 0, junior: 0 },
		}),
	);

function judge(x: Case, rivals: PartnerFacts[] = []): Verdict {
	const track = evaluateTrack(tierPolicyV1, [...rivals, partner("x", x)], ASOF);
	const verdict = track.verdicts.find((v) => v.facts.partnerId === "x");
	if (!verdict) throw new Error("x is missing");
	const refs = { tierPolicy: { version: 1, hash: "t" }, forcePolicy: { version: 1, hash: "f" } };
	const again = recomputeFromReceipt(JSON.parse(JSON.stringify(buildReceipt(track, verdict, refs))));
	expect(again).toMatchObject({ ok: true, tier: verdict.tier });
	return verdict;
}

const was = (tier: TierLevel, bottomRuns = 0) => ({ runId: "run", tier, bottomRuns });
const experts = (senior: number, intermediate: number, junior: number) => ({ senior, intermediate, junior });

describe("criteria, alone in the track", () => {
	test.each<[string, Case, TierLevel]>([
		["T5: 10亿 exactly counts", { gmvFen: 10n * YI }, 5],
		["T5: one fen less does not", { gmvFen: 10n * YI - 1n }, 4],
		["T5: composite 85.00 exactly counts", { compositeBps: 8500 }, 5],
		["T5: composite 84.99 does not", { compositeBps: 8499 }, 4],
		["T5: every force at 60.00 counts", { forces: [9000, 9000, 6000, 9000, 9000] }, 5],
		["T5: one force at 59.99 does not", { forces: [9000, 9000, 9000, 9000, 5999] }, 4],
		["T5: 50 disputes in 10,000 orders count", { disputes: 50 }, 5],
		["T5: 51 in 10,000 do not", { disputes: 51 }, 4],
		["T5: two seniors are too few", { experts: experts(2, 9, 9) }, 4],
		["T4: 3亿 exactly counts", { gmvFen: 3n * YI }, 4],
		["T4: one fen less does not", { gmvFen: 3n * YI - 1n }, 3],
		["T4: 1 senior + 2 intermediate are 3 intermediate or above", { experts: experts(1, 2, 0) }, 4],
		["T4: 1 senior + 1 intermediate are not", { experts: experts(1, 1, 5) }, 3],
		["T4: 5 intermediate without a senior are not", { experts: experts(0, 5, 0) }, 3],
		["T4: dispute rate 0.8% counts", { disputes: 80 }, 4],
		["T4: dispute rate 0.81% does not", { disputes: 81 }, 3],
		["T4: composite 75.00", { compositeBps: 7500 }, 4],
		["T4: composite 74.99", { compositeBps: 7499 }, 3],
		["T4: a force at 50.00", { forces: [5000, 9000, 9000, 9000, 9000] }, 4],
		["T4: a force at 49.99", { forces: [4999, 9000, 9000, 9000, 9000] }, 3],
		["T3: exactly 1亿 does not count", { gmvFen: YI }, 2],
		["T3: one fen more does", { gmvFen: YI + 1n }, 3],
		["T3: one senior and one intermediate are 2 intermediate or above", { experts: experts(1, 1, 0) }, 3],
		["T3: one intermediate is not", { experts: experts(0, 1, 9) }, 2],
		["T3: dispute rate 1.0% counts", { disputes: 100 }, 3],
		["T3: dispute rate 1.01% does not", { disputes: 101 }, 2],
		["T3: composite 65.00", { compositeBps: 6500 }, 3],
		["T3: composite 64.99", { compositeBps: 6499 }, 2],
		["T3: a force at 40.00", { forces: [9000, 4000, 9000, 9000, 9000] }, 3],
		["T3: a force at 39.99", { forces: [9000, 3999, 9000, 9000, 9000] }, 2],
		["T2: 2000万 exactly counts", { gmvFen: YI / 5n }, 2],
		["T2: one fen less does not", { gmvFen: YI / 5n - 1n }, 1],
		["T2: three juniors", { experts: experts(0, 0, 3) }, 2],
		["T2: one of each level", { experts: experts(0, 1, 2) }, 2],
		["T2: two heads are too few", { experts: experts(0, 0, 2) }, 1],
		["T2: dispute rate 1.5% counts", { disputes: 150 }, 2],
		["T2: dispute rate 1.51% does not", { disputes: 151 }, 1],
		["T2: composite 50.00", { compositeBps: 5000 }, 2],
		["T2: composite 49.99", { compositeBps: 4999 }, 1],
		["T2: a force at 30.00", { forces: [9000, 9000, 9000, 3000, 9000] }, 2],
		["T2: a force at 29.99", { forces: [9000, 9000, 9000, 2999, 9000] }, 1],
		["T1: no paid orders, so no dispute rate to prove", { paidOrders: 0 }, 1],
		["T1: net GMV below zero", { gmvFen: -1n }, 1],
	])("%s", (_, x, tier) => {
		expect(judge(x)).toMatchObject({ absoluteTier: tier, tier });
	});

	test("0.5% is compared exactly: 1 in 200 passes, 50,001 in 10,000,000 does not", () => {
		expect(judge({ disputes: 1, paidOrders: 200 }).tier).toBe(5);
		expect(judge({ disputes: 50_001, paidOrders: 10_000_000 }).tier).toBe(4);
	});
});

describe("red lines cap at T1 and open an exit review", () => {
	const record = (occurredOn: string) => ({
		redLines: [{ id: "r1", kind: "FABRICATED_TRADES" as const, occurredOn }],
	});
	test.each<[string, Case, TierLevel]>([
		["a dispute rate of exactly 3% is not over the line", { disputes: 300 }, 1],
		["fabricated trades today", record("2024-06-20"), 1],
		["fabricated trades a day short of 12 months ago", record("2023-06-21"), 1],
		["fabricated trades 12 months ago no longer count", record("2023-06-20"), 5],
		["a record dated tomorrow does not count yet", record("2024-06-21"), 5],
		[
			"forged credentials",
			{ redLines: [{ id: "r", kind: "FORGED_CREDENTIALS", occurredOn: "2024-01-01" }] },
			1,
		],
	])("%s", (_, x, tier) => {
		expect(judge(x).tier).toBe(tier);
	});

	test("3.01% is over the line, 3% is only a poor rate", () => {
		expect(judge({ disputes: 301 })).toMatchObject({
			opensExitReview: true,
			movement: "RED_LINE",
			standing: null,
			redLines: [{ id: "DISPUTE_RATE", valueBps: "301", aboveBps: "300" }],
		});
		expect(judge({ disputes: 300 })).toMatchObject({ opensExitReview: false, redLines: [] });
	});

	test("go past protection and past one tier down", () => {
		const x = { ...record("2024-06-01"), admittedOn: "2024-06-01", previous: was(5) };
		expect(judge(x)).toMatchObject({ absoluteTier: 5, tier: 1, movement: "RED_LINE", isProtected: true });
	});
});

describe("the race", () => {
	test.each<[string, Case, PartnerFacts[], TierLevel]>([
		["9 partners: no race, T5 takes all", {}, wall(8), 5],
		["10 partners, 9 walls: T5 and T4 are full, x falls to T3", {}, wall(9), 3],
		["10 partners, 1 wall ahead: x falls to T4", {}, [...wall(1), ...dust(8)], 4],
		["10 partners, x is first", {}, dust(9), 5],
		["11 partners: ⌈1.1⌉ = 2 places at T5", {}, [...wall(1), ...dust(9)], 5],
		["10 partners, 3 walls: 1 in T5, 2 in T4, x takes T4's third place", {}, [...wall(3), ...dust(6)], 4],
		["10 partners, 4 walls: T4 is full, x falls to T3", {}, [...wall(4), ...dust(5)], 3],
		[
			"x meets T4 only and is outranked by overflow from T5",
			{ gmvFen: 3n * YI },
			[...wall(4), ...dust(5)],
			3,
		],
		["T3 has no share: everyone who qualifies", { gmvFen: 2n * YI }, wall(9), 3],
		["a partner over a red line is not eligible: 9 race no race", {}, [...wall(8), redLined("w8")], 5],
	])("%s", (_, x, rivals, tier) => {
		expect(judge(x, rivals).tier).toBe(tier);
	});

	function redLined(id: string): PartnerFacts {
		return partner(id, { disputes: 1_000 });
	}

	test("the score: 50% composite, 30% GMV and 20% growth percentile", () => {
		// x beats 6 of 9 on GMV and ties with all on growth: 0.5×9000 + 0.3×6666.67 + 0.2×0 = 6500.
		const rivals = [
			...Array.from({ length: 6 }, (_, i) => partner(`a${i}`, { gmvFen: YI, gmvBeforeFen: YI })),
			...Array.from({ length: 3 }, (_, i) => partner(`b${i}`, { gmvFen: 20n * YI, gmvBeforeFen: 20n * YI })),
		];
		expect(judge({}, rivals).standing).toMatchObject({
			gmvBelow: 6,
			growthBelow: 0,
			others: 9,
			scoreBps: 6500,
		});
	});

	test("growth: no base counts as 0%, ahead of those who shrank and behind those who grew", () => {
		const rivals = [
			...Array.from({ length: 4 }, (_, i) => partner(`s${i}`, { gmvBeforeFen: 11n * YI })),
			...Array.from({ length: 5 }, (_, i) => partner(`g${i}`, { gmvBeforeFen: 9n * YI })),
		];
		expect(judge({ gmvBeforeFen: 0n }, rivals).standing).toMatchObject({ growthBelow: 4 });
		expect(judge({ gmvBeforeFen: -5n }, rivals).standing).toMatchObject({ growthBelow: 4 });
	});

	test("equal scores: the higher GMV goes first, then the smaller id", () => {
		const scores = evaluateTrack(tierPolicyV1, [partner("y"), partner("x"), partner("Z")], ASOF).verdicts;
		expect(scores.map((v) => [v.facts.partnerId, v.standing?.rank])).toEqual([
			["Z", 1],
			["x", 2],
			["y", 3],
		]);
		// a: 0.5×9000 = 4500; b: 0.5×3000 + 0.3×10000 = 4500.
		const byGmv = evaluateTrack(
			tierPolicyV1,
			[
				partner("a", { compositeBps: 9000, gmvFen: 10n * YI, gmvBeforeFen: 0n }),
				partner("b", { compositeBps: 3000, gmvFen: 11n * YI, gmvBeforeFen: 0n }),
			],
			ASOF,
		).verdicts;
		expect(byGmv.map((v) => [v.facts.partnerId, v.standing?.scoreBps, v.standing?.rank])).toEqual([
			["a", 4500, 2],
			["b", 4500, 1],
		]);
	});
});

describe("movement", () => {
	const weak: Case = { gmvFen: 0n };
	test.each<[string, Case, TierLevel, MovementReason]>([
		["first run", {}, 5, "FIRST"],
		["any number of tiers up", { previous: was(1) }, 5, "UP"],
		["unchanged", { previous: was(5) }, 5, "SAME"],
		["one tier down", { previous: was(5), gmvFen: 3n * YI }, 4, "DOWN"],
		["four tiers lost: one tier down", { ...weak, previous: was(5) }, 4, "DOWN_LIMITED"],
		["from T2 to T1", { ...weak, previous: was(2) }, 1, "DOWN"],
		["day 89 is protected", { ...weak, previous: was(3), admittedOn: "2024-03-23" }, 3, "PROTECTED"],
		["day 90 is not", { ...weak, previous: was(3), admittedOn: "2024-03-22" }, 2, "DOWN_LIMITED"],
		["protection does not keep anyone from rising", { previous: was(2), admittedOn: "2024-06-01" }, 5, "UP"],
	])("%s", (_, x, tier, movement) => {
		expect(judge(x)).toMatchObject({ tier, movement });
	});
});

describe("the bottom 5%", () => {
	const last: Case = { compositeBps: 100, gmvFen: 0n, gmvBeforeFen: YI };
	test.each<[string, Case, number, Partial<Verdict>]>([
		["of 19 partners is nobody", last, 18, { inBottom: false, bottomRuns: 0, entersProbation: false }],
		["of 20 partners is one", last, 19, { inBottom: true, bottomRuns: 1, entersProbation: false }],
		[
			"twice in a row is probation",
			{ ...last, previous: was(1, 1) },
			19,
			{ bottomRuns: 2, entersProbation: true },
		],
		["not in a row is not", { ...last, previous: was(1, 0) }, 19, { bottomRuns: 1, entersProbation: false }],
		[
			"once out of it, counting starts again",
			{ compositeBps: 10_000, gmvFen: 30n * YI, gmvBeforeFen: YI, previous: was(1, 1) },
			19,
			{ bottomRuns: 0 },
		],
		["does not touch a protected newcomer", { ...last, admittedOn: "2024-06-01" }, 19, { inBottom: false }],
		["of 9 partners has no race and no bottom", { ...last, previous: was(1, 1) }, 8, { inBottom: false }],
	])("%s", (_, x, rivals, expected) => {
		expect(judge(x, wall(rivals))).toMatchObject(expected);
	});
});
