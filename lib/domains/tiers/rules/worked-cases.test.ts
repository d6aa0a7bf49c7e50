import { expect, test } from "vitest";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import type { PartnerFacts, Verdict } from "@/lib/domains/tiers/types";

/*
 * Twenty verdicts worked out by hand under policy v1, as of 2024-06-20, with the working in words. Unless a case says
 * otherwise a partner has 10亿 net GMV in both years (growth 0), composite 90.00, every force at 90.00, no dispute in
 * 10,000 orders, three seniors, no red line and no run before: everything T5 asks for.
 */
const ASOF = "2024-06-20";
const YI = 10_000_000_000n; // 1亿 CNY in fen

function partner(partnerId: string, facts: Partial<PartnerFacts> = {}): PartnerFacts {
	return {
		partnerId,
		trackCode: "livestream",
		admittedOn: "2023-01-01",
		gmvFen: 10n * YI,
		gmvBeforeFen: 10n * YI,
		compositeBps: 9000,
		forcesBps: { traffic: 9000, livestream: 9000, incubation: 9000, fulfilment: 9000, supply: 9000 },
		disputes: 0,
		paidOrders: 10_000,
		experts: { senior: 3, intermediate: 0, junior: 0 },
		redLines: [],
		previous: null,
		...facts,
	};
}

const many = (n: number, prefix: string, facts: Partial<PartnerFacts> = {}) =>
	Array.from({ length: n }, (_, i) => partner(`${prefix}${String(i).padStart(2, "0")}`, facts));
const was = (tier: 1 | 2 | 3 | 4 | 5, bottomRuns = 0) => ({ runId: "run_before", tier, bottomRuns });

type Expected = Partial<Omit<Verdict, "standing">> & { rank?: number | null; scoreBps?: number };
type WorkedCase = { working: string; track: PartnerFacts[]; expected: Record<string, Expected> };

const cases: Record<string, WorkedCase> = {
	"01 every criterion of T5 exactly on its line": {
		working:
			"GMV 10亿 ≥ 10亿; composite 85.00 ≥ 85; weakest force 60.00 ≥ 60; 3 seniors ≥ 3; 50 ÷ 10,000 = 0.50% ≤ 0.50%. All hold, and a track of one has no race: T5.",
		track: [
			partner("x", {
				compositeBps: 8500,
				forcesBps: { traffic: 9000, livestream: 9000, incubation: 6000, fulfilment: 9000, supply: 9000 },
				disputes: 50,
			}),
		],
		expected: { x: { absoluteTier: 5, tier: 5, movement: "FIRST", rank: 1 } },
	},
	"02 one fen short of 10亿": {
		working: "999,999,999.99 < 1,000,000,000, so T5 fails; ≥ 3亿 and the rest of T4 hold: T4.",
		track: [partner("x", { gmvFen: 10n * YI - 1n })],
		expected: { x: { absoluteTier: 4, tier: 4 } },
	},
	"03 exactly 1亿 is not over 1亿": {
		working:
			"T3 asks for more than 100,000,000.00: at exactly that it fails, one fen more passes. T2 (≥ 2000万, 3 heads of any level) holds for both.",
		track: [partner("x", { gmvFen: YI }), partner("y", { gmvFen: YI + 1n })],
		expected: { x: { absoluteTier: 2, tier: 2 }, y: { absoluteTier: 3, tier: 3 } },
	},
	"04 a dispute rate no decimal holds exactly": {
		working:
			"1 ÷ 125 = 0.8% on the nose: 1 × 10,000 ≤ 80 × 125 = 10,000, T4. 1 ÷ 124 = 0.80645…%: 10,000 > 80 × 124 = 9,920, T4 fails; ≤ 100 × 124 = 12,400, T3.",
		track: [partner("x", { disputes: 1, paidOrders: 125 }), partner("y", { disputes: 1, paidOrders: 124 })],
		expected: { x: { absoluteTier: 4, tier: 4 }, y: { absoluteTier: 3, tier: 3 } },
	},
	"05 heads count at the highest level and below": {
		working:
			"x: 1 senior, 1 intermediate, 5 juniors: intermediate or above 1 + 1 = 2 < 3, T4 fails; ≥ 2, T3. y: 1 senior + 2 intermediate = 3, and 1 senior: T4; T5's 3 seniors are missing.",
		track: [
			partner("x", { experts: { senior: 1, intermediate: 1, junior: 5 } }),
			partner("y", { experts: { senior: 1, intermediate: 2, junior: 0 } }),
		],
		expected: { x: { tier: 3 }, y: { tier: 4 } },
	},
	"06 one weak force holds the whole partner down": {
		working:
			"Composite 90.00, but supply 39.99: below the floors 60 (T5), 50 (T4) and 40 (T3), above T2's 30: T2.",
		track: [
			partner("x", {
				forcesBps: { traffic: 9900, livestream: 9900, incubation: 9900, fulfilment: 9900, supply: 3999 },
			}),
		],
		expected: { x: { absoluteTier: 2, tier: 2 } },
	},
	"07 no orders, no dispute rate, no tier above the lowest": {
		working:
			"0 ÷ 0 is no rate: nothing proves ≤ 1.5%, so T2 to T5 fail. No rate is also over no line: no red line.",
		track: [partner("x", { disputes: 0, paidOrders: 0 })],
		expected: { x: { absoluteTier: 1, tier: 1, redLines: [], rank: 1 } },
	},
	"08 a track of nine has no race": {
		working: "9 < 10: no places are counted, nobody is left out, there is no bottom; all nine are T5.",
		track: many(9, "p"),
		expected: {
			p00: { tier: 5, rank: 1, inBottom: false },
			p08: { tier: 5, rank: 9, inBottom: false },
		},
	},
	"09 ten equals: ids decide, places are filled from the top": {
		working:
			"Equal scores (0.5 × 90 + 0.3 × 0 + 0.2 × 0 = 45.00) and equal GMV, so ids rank p00 … p09. T5 takes ⌈10% × 10⌉ = 1: p00. T4 takes ⌈30% × 10⌉ = 3 of the others: p01, p02, p03. T3 has no share: p04 … p09.",
		track: many(10, "p"),
		expected: {
			p00: { raceTier: 5, rank: 1, scoreBps: 4500 },
			p01: { raceTier: 4, rank: 2, scoreBps: 4500 },
			p03: { raceTier: 4, rank: 4 },
			p04: { raceTier: 3, tier: 3, absoluteTier: 5, rank: 5 },
			p09: { raceTier: 3, rank: 10 },
		},
	},
	"10 eleven partners: a part of a place is a place": {
		working: "⌈10% × 11⌉ = ⌈1.1⌉ = 2 in T5, ⌈30% × 11⌉ = ⌈3.3⌉ = 4 in T4: ranks 1–2, then 3–6, then T3.",
		track: many(11, "p"),
		expected: { p01: { tier: 5 }, p02: { tier: 4 }, p05: { tier: 4 }, p06: { tier: 3 } },
	},
	"11 equal race scores: the higher GMV goes first": {
		working:
			"Two partners, so one other each. a: 0.5 × 90 + 0.3 × 0 = 45.00. b: 0.5 × 30 + 0.3 × 100 = 15 + 30 = 45.00 (its GMV beats the one other). No base year: growth equal, 0 below. Tie at 45.00; b has more GMV.",
		track: [
			partner("a", { compositeBps: 9000, gmvBeforeFen: 0n }),
			partner("b", { compositeBps: 3000, gmvFen: 11n * YI, gmvBeforeFen: 0n }),
		],
		expected: { a: { rank: 2, scoreBps: 4500 }, b: { rank: 1, scoreBps: 4500 } },
	},
	"12 the race score by hand": {
		working:
			"Of 9 others x beats 6 on GMV and 3 on growth (10 ÷ 10 beats 1 ÷ 2; 20 ÷ 10 is ahead). 0.5 × 80 + 0.3 × 6/9 × 100 + 0.2 × 3/9 × 100 = 40 + 20 + 6.666… = 66.66, rounded down.",
		track: [
			partner("x", { compositeBps: 8000 }),
			...many(3, "a", { gmvFen: YI, gmvBeforeFen: 2n * YI }),
			...many(3, "b", { gmvFen: 2n * YI, gmvBeforeFen: 2n * YI }),
			...many(3, "c", { gmvFen: 20n * YI, gmvBeforeFen: 10n * YI }),
		],
		expected: { x: { scoreBps: 6666 } },
	},
	"13 whoever T5 leaves out takes T4's places first": {
		working:
			"Ten race. Four w meet T5 and rank 1–4 (composite 100, more GMV): T5 takes 1, the other three take T4's 3 places. x meets T4 with 3亿 and ranks 5: T4 is full, so T3.",
		track: [
			partner("x", { gmvFen: 3n * YI, gmvBeforeFen: 3n * YI }),
			...many(4, "w", { compositeBps: 10_000, gmvFen: 20n * YI, gmvBeforeFen: YI }),
			...many(5, "z", { compositeBps: 0, gmvFen: 0n }),
		],
		expected: {
			w00: { tier: 5 },
			w03: { tier: 4, rank: 4 },
			x: { absoluteTier: 4, tier: 3, rank: 5 },
		},
	},
	"14 a partner over a red line does not race, and may leave too few": {
		working: "Ten in the track, one over the 3% line: 9 eligible, no race, so the other nine are all T5.",
		track: [...many(9, "p"), partner("r", { disputes: 301 })],
		expected: {
			p08: { tier: 5, rank: 9 },
			r: { tier: 1, movement: "RED_LINE", opensExitReview: true, rank: null },
		},
	},
	"15 red line: 3.00% is not over it, 3.01% is": {
		working:
			"300 ÷ 10,000 = 3.00%, not more than 3%: only a poor rate, so criteria give T1, and from T3 one tier down: T2. 301 ÷ 10,000: over, T1 at once, past the one-tier limit, and an exit review.",
		track: [
			partner("x", { disputes: 300, previous: was(3) }),
			partner("y", { disputes: 301, previous: was(3) }),
		],
		expected: {
			x: { tier: 2, movement: "DOWN_LIMITED", opensExitReview: false },
			y: { tier: 1, movement: "RED_LINE", opensExitReview: true },
		},
	},
	"16 red line: a record counts for twelve months to the day": {
		working:
			"Fabricated on 2023-06-21: counts until 2024-06-20, today. On 2023-06-20: counted until yesterday. x falls from T5 to T1 in its protected first days all the same; y holds T5.",
		track: [
			partner("x", {
				admittedOn: "2024-06-01",
				previous: was(5),
				redLines: [{ id: "r1", kind: "FABRICATED_TRADES", occurredOn: "2023-06-21" }],
			}),
			partner("y", {
				previous: was(5),
				redLines: [{ id: "r2", kind: "FABRICATED_TRADES", occurredOn: "2023-06-20" }],
			}),
		],
		expected: {
			x: { absoluteTier: 5, tier: 1, movement: "RED_LINE", isProtected: true },
			y: { tier: 5, movement: "SAME", opensExitReview: false },
		},
	},
	"17 protection: day 89 after admission, not day 90": {
		working:
			"2024-03-23 + 89 days = 2024-06-20: x is protected and keeps T3 though nothing but T1 holds. 2024-03-22 is 90 days ago: y goes one tier down, T3 to T2, not to T1.",
		track: [
			partner("x", { admittedOn: "2024-03-23", gmvFen: 0n, previous: was(3) }),
			partner("y", { admittedOn: "2024-03-22", gmvFen: 0n, previous: was(3) }),
		],
		expected: {
			x: { raceTier: 1, tier: 3, movement: "PROTECTED" },
			y: { raceTier: 1, tier: 2, movement: "DOWN_LIMITED" },
		},
	},
	"18 up as far as it goes, down one at a time": {
		working:
			"x was T1 and meets T5: T5. y was T5 and meets T1: T4. z was T5 and meets T4: T4, no limit needed.",
		track: [
			partner("x", { previous: was(1) }),
			partner("y", { gmvFen: 0n, previous: was(5) }),
			partner("z", { gmvFen: 3n * YI, previous: was(5) }),
		],
		expected: {
			x: { tier: 5, movement: "UP" },
			y: { tier: 4, movement: "DOWN_LIMITED" },
			z: { tier: 4, movement: "DOWN" },
		},
	},
	"19 the bottom 5% of twenty is one; of nineteen nobody": {
		working:
			"⌊5% × 20⌋ = 1: rank 20 is the bottom for the first time, no probation yet. ⌊5% × 19⌋ = 0, as the case after shows: rounded in the partners' favour.",
		track: [...many(19, "p"), partner("x", { compositeBps: 100, gmvFen: 0n })],
		expected: {
			x: { rank: 20, inBottom: true, bottomRuns: 1, entersProbation: false },
			p18: { rank: 19, inBottom: false },
		},
	},
	"20 bottom twice in a row is probation; a newcomer is spared": {
		working:
			"Forty race, ⌊5% × 40⌋ = 2 are the bottom: x was there last time (1 + 1 = 2 runs): probation. n, admitted 19 days ago, ranks there too and is spared; its count starts again at 0.",
		track: [
			...many(38, "p"),
			partner("x", { compositeBps: 100, gmvFen: 1n, previous: was(1, 1) }),
			partner("n", { compositeBps: 100, gmvFen: 0n, admittedOn: "2024-06-01", previous: was(1, 1) }),
		],
		expected: {
			x: { rank: 39, bottomRuns: 2, entersProbation: true, tier: 1 },
			n: { rank: 40, inBottom: false, bottomRuns: 0, entersProbation: false },
		},
	},
};

test("there are twenty", () => {
	expect(Object.keys(cases)).toHaveLength(20);
});

test.each(Object.entries(cases))("%s", (_, { track, expected, working }) => {
	const { verdicts } = evaluateTrack(tierPolicyV1, track, ASOF);
	for (const [id, { rank, scoreBps, ...verdict }] of Object.entries(expected)) {
		const found = verdicts.find((one) => one.facts.partnerId === id);
		expect(found, `${id}: ${working}`).toMatchObject(verdict);
		if (rank !== undefined) expect(found?.standing?.rank ?? null, working).toBe(rank);
		if (scoreBps !== undefined) expect(found?.standing?.scoreBps, working).toBe(scoreBps);
	}
});

test("nineteen have no bottom", () => {
	const { verdicts } = evaluateTrack(
		tierPolicyV1,
		[...many(18, "p"), partner("x", { compositeBps: 100, gmvFen: 0n })],
		ASOF,
	);
	expect(verdicts.filter((verdict) => verdict.inBottom)).toEqual([]);
});
