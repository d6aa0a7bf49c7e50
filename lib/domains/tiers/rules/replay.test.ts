import fc from "fast-check";
import { expect, test } from "vitest";
import { type TierLevel, tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { evaluateRun } from "@/lib/domains/tiers/rules/evaluate";
import { type PastVerdict, replayRun } from "@/lib/domains/tiers/rules/replay";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { PartnerFacts } from "@/lib/domains/tiers/types";

const ASOF = "2026-10-31";
const MILLION = 100_000_000n; // fen

/** Meets T4 and everything below. */
function facts(partnerId: string, values: Partial<PartnerFacts> = {}): PartnerFacts {
	return {
		partnerId,
		trackCode: "training",
		admittedOn: "2024-01-01",
		gmvFen: 300n * MILLION,
		gmvBeforeFen: 200n * MILLION,
		compositeBps: 7500,
		forcesBps: { traffic: 7500, livestream: 7500, incubation: 7500, fulfilment: 7500, supply: 7500 },
		disputes: 0,
		paidOrders: 100,
		experts: { senior: 1, intermediate: 2, junior: 0 },
		redLines: [],
		previous: null,
		...values,
	};
}

function withLine(level: TierLevel, metric: string, threshold: string): TierPolicy {
	const tiers = tierPolicyV1.tiers.map((tier) =>
		tier.level === level
			? {
					...tier,
					criteria: tier.criteria.map((one) => (one.metric === metric ? { ...one, threshold } : one)),
				}
			: tier,
	);
	return { ...tierPolicyV1, tiers };
}

/** What a final run under the shipped policy held of these partners. */
function judged(partners: readonly PartnerFacts[]): PastVerdict[] {
	return evaluateRun(tierPolicyV1, partners, ASOF).tracks.flatMap((track) =>
		track.verdicts.map((verdict) => ({ facts: verdict.facts, tier: verdict.tier })),
	);
}
const replay = (policy: TierPolicy, past: readonly PastVerdict[]) =>
	replayRun({ was: tierPolicyV1, policy, past, asOf: ASOF });

test("a line raised by a fen over what a partner has lets it fall, and names the criterion", () => {
	const past = judged([facts("a"), facts("b", { gmvFen: 300n * MILLION + 1n })]);
	const raised = replay(withLine(4, "gmv", "30000000001"), past);
	expect(raised.moves).toEqual([
		{
			partnerId: "a",
			trackCode: "training",
			from: 4,
			to: 3,
			movement: "FIRST",
			reason: { kind: "CRITERIA", ruleIds: ["T4.gmv"] },
		},
	]);
	expect(raised.total[3]).toEqual([0, 0, 1, 1, 0]);
	expect(replay(withLine(4, "gmv", "30000000000"), past).moves).toEqual([]);
});

test("a line lowered lets a partner rise, and names what it failed before", () => {
	const past = judged([facts("a", { experts: { senior: 0, intermediate: 3, junior: 0 } })]);
	expect(past[0]?.tier).toBe(3);
	expect(replay(withLine(4, "experts_senior", "0"), past).moves).toMatchObject([
		{ from: 3, to: 4, reason: { kind: "CRITERIA", ruleIds: ["T4.experts_senior"] } },
	]);
});

test("a smaller share takes places away: the race is the reason, and each track is counted by itself", () => {
	const crowd = Array.from({ length: 20 }, (_, i) =>
		facts(`p${String(i).padStart(2, "0")}`, { gmvFen: BigInt(400 - i) * MILLION }),
	);
	const other = facts("z", { trackCode: "supply_chain" });
	const halved = tierPolicyV1.tiers.map((tier) =>
		tier.level === 4 ? { ...tier, raceShareBps: 1500 } : tier,
	);
	const result = replay({ ...tierPolicyV1, tiers: halved }, judged([...crowd, other]));
	expect(result.moves.map((move) => [move.partnerId, move.from, move.to, move.reason.kind])).toEqual([
		["p03", 4, 3, "RACE"],
		["p04", 4, 3, "RACE"],
		["p05", 4, 3, "RACE"],
	]);
	expect(
		result.tracks.map((track) => [track.trackCode, track.matrix.flat().reduce((a, b) => a + b)]),
	).toEqual([
		["supply_chain", 1],
		["training", 20],
	]);
});

test("the furthest fall stands first; a limit on falls is told as movement", () => {
	const top = facts("top", { previous: { runId: "r", tier: 4, bottomRuns: 0 } });
	const fresh = facts("fresh");
	const past = judged([top, fresh]);
	const harder = {
		...withLine(4, "composite", "9000"),
		tiers: withLine(4, "composite", "9000").tiers.map((tier) =>
			tier.level === 3 || tier.level === 2
				? {
						...tier,
						criteria: tier.criteria.map((one) =>
							one.metric === "composite" ? { ...one, threshold: "9000" } : one,
						),
					}
				: tier,
		),
	};
	expect(
		replay(harder, past).moves.map((move) => [move.partnerId, move.from, move.to, move.movement]),
	).toEqual([
		["fresh", 4, 1, "FIRST"],
		["top", 4, 3, "DOWN_LIMITED"],
	]);
});

test("the policy of then changes nothing, whatever the partners", () => {
	const partner = fc.record({
		gmvFen: fc.constantFrom(10n, 20n, 100n, 101n, 300n, 1_000n).map((n) => n * MILLION),
		gmvBeforeFen: fc.constantFrom(0n, 50n, 400n).map((n) => n * MILLION),
		compositeBps: fc.constantFrom(4999, 5000, 6500, 7500, 8500, 9000),
		disputes: fc.nat(4),
		experts: fc.record({ senior: fc.nat(3), intermediate: fc.nat(3), junior: fc.nat(3) }),
		previous: fc.option(
			fc.record({
				runId: fc.constant("r"),
				tier: fc.constantFrom<TierLevel>(1, 2, 3, 4, 5),
				bottomRuns: fc.nat(2),
			}),
		),
	});
	fc.assert(
		fc.property(fc.array(partner, { minLength: 1, maxLength: 30 }), (rows) => {
			const past = judged(rows.map((row, i) => facts(`p${i}`, row)));
			const result = replay(tierPolicyV1, past);
			expect(result.moves).toEqual([]);
			for (const [from, row] of result.total.entries())
				for (const [to, count] of row.entries()) if (from !== to) expect(count).toBe(0);
		}),
		{ numRuns: 60 },
	);
});
