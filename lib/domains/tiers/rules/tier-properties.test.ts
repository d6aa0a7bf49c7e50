import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { evaluateRun, evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { buildReceipt } from "@/lib/domains/tiers/rules/receipt";
import { recomputeFromReceipt } from "@/lib/domains/tiers/rules/recompute-receipt";
import { resolveTrackPolicy } from "@/lib/domains/tiers/rules/resolve-track-policy";
import { runWindows } from "@/lib/domains/tiers/rules/run-windows";
import { type TierPolicy, tierPolicySchema } from "@/lib/domains/tiers/schema";
import type { DecisionReceipt, PartnerFacts, RunResult } from "@/lib/domains/tiers/types";
import { shareOfCountUp } from "@/lib/platform/money/bps";

const ASOF = "2024-06-20";
const MILLION = 100_000_000n; // fen
const refs = { tierPolicy: { version: 1, hash: "t" }, forcePolicy: { version: 1, hash: "f" } };

const gmv = fc.oneof(
	fc.constantFrom(20n, 100n, 300n, 1_000n).map((n) => n * MILLION),
	fc.bigInt(-5n, 2_000n).map((n) => n * MILLION + 1n),
);
const score = fc.oneof(fc.constantFrom(5000, 6500, 7500, 8500), fc.integer({ min: 3000, max: 10_000 }));
const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const);
const factsOf = (trackCode: string) =>
	fc.record<Omit<PartnerFacts, "partnerId">>({
		trackCode: fc.constant(trackCode),
		admittedOn: fc.constantFrom("2022-01-01", "2024-03-22", "2024-03-23", "2024-06-01"),
		gmvFen: gmv,
		gmvBeforeFen: gmv,
		compositeBps: score,
		forcesBps: fc.record({
			traffic: score,
			livestream: score,
			incubation: score,
			fulfilment: score,
			supply: score,
		}),
		disputes: fc.constantFrom(0, 0, 0, 50, 51, 80, 100, 150, 300, 301),
		paidOrders: fc.constantFrom(0, 10_000, 10_000, 10_000, 10_000),
		experts: fc.record({ senior: fc.nat(4), intermediate: fc.nat(4), junior: fc.nat(4) }),
		redLines: fc.oneof(
			{ weight: 9, arbitrary: fc.constant([]) },
			{
				weight: 1,
				arbitrary: fc.constant([{ id: "r", kind: "FORGED_CREDENTIALS" as const, occurredOn: "2024-01-01" }]),
			},
		),
		previous: fc.option(fc.record({ runId: fc.constant("run"), tier: level, bottomRuns: fc.nat(2) })),
	});
const track = (code = "a", maxLength = 45) =>
	fc
		.array(factsOf(code), { minLength: 1, maxLength, size: "max" })
		.map((rows) =>
			rows.map(
				(facts, i): PartnerFacts => ({ partnerId: `${code}${String(i * 7).padStart(3, "0")}`, ...facts }),
			),
		);
/** All strong enough for the top tiers, so that places are what is short. */
const crowd = track().map((rows) =>
	rows.map((facts) => ({
		...facts,
		gmvFen: facts.gmvFen + 1_000n * MILLION,
		disputes: 0,
		paidOrders: 1,
		experts: { senior: 3, intermediate: 0, junior: 0 },
	})),
);

const print = (run: RunResult) =>
	canonicalJson(run.tracks.map((t) => t.verdicts.map((v) => buildReceipt(t, v, refs))));

describe("a run", () => {
	test("does not depend on the order of partners, to the byte, and is equal when run twice", () => {
		const shuffled = fc
			.tuple(track("a"), track("b"))
			.map(([a, b]) => [...a, ...b])
			.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
		fc.assert(
			fc.property(shuffled, ([rows, mixed]) => {
				const once = print(evaluateRun(tierPolicyV1, rows, ASOF));
				expect(print(evaluateRun(tierPolicyV1, mixed, ASOF))).toBe(once);
				expect(print(evaluateRun(tierPolicyV1, rows, ASOF))).toBe(once);
			}),
			{ numRuns: 40 },
		);
	});

	test("keeps tracks apart: another track changes nothing in this one", () => {
		fc.assert(
			fc.property(track("a"), track("b"), (a, b) => {
				const both = evaluateRun(tierPolicyV1, [...b, ...a], ASOF);
				expect(both.tracks[0]).toEqual(evaluateTrack(tierPolicyV1, a, ASOF));
			}),
			{ numRuns: 30 },
		);
	});

	test("refuses a partner twice and tracks mixed", () => {
		const [one] = fc.sample(track("a", 1), 1)[0] ?? [];
		if (!one) throw new Error("no sample");
		expect(() => evaluateTrack(tierPolicyV1, [one, one], ASOF)).toThrow("DUPLICATE_PARTNER");
		expect(() => evaluateRun(tierPolicyV1, [one, { ...one, trackCode: "b" }], ASOF)).toThrow(
			"DUPLICATE_PARTNER",
		);
		expect(() =>
			evaluateTrack(tierPolicyV1, [one, { ...one, partnerId: "z", trackCode: "b" }], ASOF),
		).toThrow("MIXED_TRACKS");
		expect(evaluateTrack(tierPolicyV1, [], ASOF).verdicts).toEqual([]);
	});
});

describe("the race", () => {
	test("never gives a tier more than its share, and only movement puts more there", () => {
		fc.assert(
			fc.property(fc.oneof(crowd, track()), (rows) => {
				const { verdicts, field } = evaluateTrack(tierPolicyV1, rows, ASOF);
				const eligible = verdicts.filter((v) => v.redLines.length === 0).length;
				expect(field.eligible).toBe(eligible);
				if (eligible < 10) return;
				for (const [tier, shareBps] of [
					[5, 1000],
					[4, 3000],
				] as const) {
					const inRace = verdicts.filter((v) => v.standing !== null && v.raceTier === tier);
					expect(inRace.length).toBeLessThanOrEqual(shareOfCountUp(eligible, shareBps));
					expect(field.tiers.find((line) => line.tier === tier)?.taken).toBe(inRace.length);
					const kept = verdicts.filter((v) => v.tier === tier && v.raceTier !== tier);
					for (const v of kept) expect(["DOWN_LIMITED", "PROTECTED"]).toContain(v.movement);
				}
			}),
		);
	});

	test("never lifts anyone above what the criteria give, and leaves no place empty that somebody meets", () => {
		fc.assert(
			fc.property(fc.oneof(crowd, track()), (rows) => {
				const { verdicts, field } = evaluateTrack(tierPolicyV1, rows, ASOF);
				for (const v of verdicts) expect(v.raceTier).toBeLessThanOrEqual(v.absoluteTier);
				for (const line of field.tiers)
					if (line.taken < line.candidates) expect(line.taken).toBe(line.places);
			}),
		);
	});

	test("ranks are 1…n without gaps and follow the score", () => {
		fc.assert(
			fc.property(track(), (rows) => {
				const standings = evaluateTrack(tierPolicyV1, rows, ASOF)
					.verdicts.flatMap((v) => v.standing ?? [])
					.sort((a, b) => a.rank - b.rank);
				expect(standings.map((s) => s.rank)).toEqual(standings.map((_, i) => i + 1));
				for (const [i, s] of standings.entries())
					expect(s.scoreBps).toBeLessThanOrEqual(standings[i - 1]?.scoreBps ?? 10_000);
			}),
		);
	});
});

describe("movement", () => {
	test("is at most one tier down without a red line, none for a newcomer, and always T1 with one", () => {
		fc.assert(
			fc.property(track(), (rows) => {
				for (const v of evaluateTrack(tierPolicyV1, rows, ASOF).verdicts) {
					const previous = v.facts.previous?.tier ?? 1;
					if (v.redLines.length > 0) expect([v.tier, v.opensExitReview]).toEqual([1, true]);
					else expect(v.tier).toBeGreaterThanOrEqual(v.isProtected ? previous : previous - 1);
				}
			}),
		);
	});
});

/** One better fact of one's own; the others stay as they are. */
const improvements = fc.constantFrom<(facts: PartnerFacts) => PartnerFacts>(
	(f) => ({ ...f, gmvFen: f.gmvFen + 1n }),
	(f) => ({ ...f, gmvFen: f.gmvFen + 700n * MILLION }),
	(f) => ({ ...f, compositeBps: Math.min(10_000, f.compositeBps + 1) }),
	(f) => ({ ...f, compositeBps: Math.min(10_000, f.compositeBps + 2_500) }),
	(f) => ({ ...f, forcesBps: { ...f.forcesBps, supply: Math.min(10_000, f.forcesBps.supply + 4_000) } }),
	(f) => ({ ...f, disputes: 0 }),
	(f) => ({ ...f, redLines: [] }),
	(f) => ({ ...f, experts: { ...f.experts, senior: f.experts.senior + 1 } }),
	(f) => ({
		...f,
		experts: {
			...f.experts,
			senior: f.experts.senior + 1,
			intermediate: Math.max(0, f.experts.intermediate - 1),
		},
	}),
	(f) => ({ ...f, experts: { ...f.experts, junior: f.experts.junior + 3 } }),
	(f) => ({ ...f, gmvFen: f.gmvFen + 900n * MILLION, compositeBps: 10_000, disputes: 0, redLines: [] }),
);

test("improving one's own metric never lowers one's own tier", () => {
	fc.assert(
		fc.property(fc.oneof(crowd, track()), fc.nat(), improvements, (rows, pick, improve) => {
			const index = pick % rows.length;
			const better = rows.map((facts, i) => (i === index ? improve(facts) : facts));
			const tierOf = (all: PartnerFacts[]) =>
				evaluateTrack(tierPolicyV1, all, ASOF).verdicts[index]?.tier ?? 0;
			expect(tierOf(better)).toBeGreaterThanOrEqual(tierOf(rows));
		}),
		{ numRuns: 600 },
	);
});

describe("a receipt", () => {
	test("gives the verdict again from its JSON alone", () => {
		fc.assert(
			fc.property(fc.oneof(crowd, track()), (rows) => {
				const result = evaluateTrack(tierPolicyV1, rows, ASOF);
				for (const verdict of result.verdicts) {
					const receipt: DecisionReceipt = JSON.parse(JSON.stringify(buildReceipt(result, verdict, refs)));
					expect(recomputeFromReceipt(receipt)).toMatchObject({ ok: true, tier: verdict.tier });
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("explains every tier consistently with the verdict", () => {
		fc.assert(
			fc.property(track(), (rows) => {
				const result = evaluateTrack(tierPolicyV1, rows, ASOF);
				for (const verdict of result.verdicts) {
					const { tiers, next, decision } = buildReceipt(result, verdict, refs);
					expect(tiers.find((tier) => tier.passed)?.tier).toBe(decision.absoluteTier);
					for (const criterion of tiers.flatMap((tier) => tier.criteria))
						expect(criterion.passed).toBe(criterion.gap === "0");
					expect(next === null).toBe(decision.tier === 5);
					if (next) expect([next.tier, next.obstacles.length > 0]).toEqual([decision.tier + 1, true]);
				}
			}),
		);
	});

	test("a gap closed exactly passes, one short of it does not", () => {
		fc.assert(
			fc.property(track("a", 1), ([facts]) => {
				if (!facts) return;
				const alone = (x: PartnerFacts) => {
					const result = evaluateTrack(tierPolicyV1, [x], ASOF);
					return result.verdicts.map((v) => buildReceipt(result, v, refs).tiers)[0]?.[0]?.criteria[0];
				};
				const gap = BigInt(alone(facts)?.gap ?? 0);
				if (gap === 0n) return;
				expect(alone({ ...facts, gmvFen: facts.gmvFen + gap })?.passed).toBe(true);
				expect(alone({ ...facts, gmvFen: facts.gmvFen + gap - 1n })?.passed).toBe(false);
			}),
		);
	});

	describe("that was altered is found out", () => {
		const rows =
			fc.sample(
				crowd.filter((r) => r.length >= 20),
				{ numRuns: 1, seed: 7 },
			)[0] ?? [];
		const result = evaluateTrack(
			tierPolicyV1,
			rows.map((f) => ({ ...f, redLines: [], previous: null })),
			ASOF,
		);
		const [verdict] = result.verdicts;
		if (!verdict) throw new Error("no verdict");
		const altered = (edit: (receipt: Record<string, never>) => void) => {
			const copy = JSON.parse(JSON.stringify(buildReceipt(result, verdict, refs)));
			edit(copy);
			return recomputeFromReceipt(copy);
		};
		test.each<[string, (receipt: never) => void, string, string]>([
			[
				"tier",
				(r: DecisionReceipt) => Object.assign(r.decision, { tier: (r.decision.tier % 5) + 1 }),
				"RECEIPT_DIFFERS",
				"decision.tier",
			],
			[
				"GMV",
				(r: DecisionReceipt) => Object.assign(r.inputs, { gmvFen: "1" }),
				"RECEIPT_DIFFERS",
				"decision.absoluteTier",
			],
			[
				"composite",
				(r: DecisionReceipt) => Object.assign(r.inputs, { compositeBps: 1 }),
				"FIELD_INCONSISTENT",
				"race.standing.scoreBps",
			],
			[
				"threshold",
				(r: DecisionReceipt) => Object.assign(r.rules.tiers[0]?.criteria[0] ?? {}, { threshold: "1" }),
				"RECEIPT_DIFFERS",
				"tiers[0].criteria[0].threshold",
			],
			[
				"eligible",
				(r: DecisionReceipt) => Object.assign(r.race.field, { eligible: 1_000 }),
				"FIELD_INCONSISTENT",
				"race.field.bottomAfterRank",
			],
			[
				"rank",
				(r: DecisionReceipt) => Object.assign(r.race.standing ?? {}, { rank: 10_000 }),
				"FIELD_INCONSISTENT",
				"race.standing.rank",
			],
			[
				"standing",
				(r: DecisionReceipt) => Object.assign(r.race, { standing: null }),
				"FIELD_INCONSISTENT",
				"race.standing",
			],
			[
				"window",
				(r: DecisionReceipt) => Object.assign(r.windows.gmv, { from: "2020-01-01" }),
				"FIELD_INCONSISTENT",
				"windows.gmv.from",
			],
			[
				"version",
				(r: DecisionReceipt) => Object.assign(r, { receiptVersion: 3 }),
				"UNKNOWN_VERSION",
				"receiptVersion",
			],
			[
				"version of before",
				(r: DecisionReceipt) => Object.assign(r, { receiptVersion: 1 }),
				"UNREADABLE",
				"override",
			],
			["inputs gone", (r: DecisionReceipt) => Object.assign(r, { inputs: null }), "UNREADABLE", "inputs"],
			[
				"a word for a number",
				(r: DecisionReceipt) => Object.assign(r.inputs, { disputes: "0" }),
				"UNREADABLE",
				"inputs.disputes",
			],
			[
				"something added",
				(r: DecisionReceipt) => Object.assign(r.inputs, { bonus: 1 }),
				"UNREADABLE",
				"inputs.bonus",
			],
		])("%s", (_, edit, reason, field) => {
			expect(altered(edit as never)).toMatchObject({ ok: false, reason, field });
		});
	});
});

describe("policy", () => {
	const issue = (edit: (policy: TierPolicy) => void) => {
		const copy = structuredClone(tierPolicyV1);
		edit(copy);
		return tierPolicySchema.safeParse(copy).error?.issues[0]?.message;
	};

	test("v1 is valid and survives JSON", () => {
		expect(tierPolicySchema.parse(JSON.parse(JSON.stringify(tierPolicyV1)))).toEqual(tierPolicyV1);
	});

	test.each<[string, (policy: TierPolicy) => void]>([
		["TIERS_INCOMPLETE", (p) => p.tiers.shift()],
		[
			"UNKNOWN_METRIC",
			(p) => Object.assign(p.tiers[0]?.criteria[0] ?? {}, { metric: "refund_without_return" }),
		],
		["METRIC_TWICE", (p) => p.tiers[0]?.criteria.push({ metric: "gmv", comparison: ">=", threshold: "1" })],
		["WRONG_DIRECTION", (p) => Object.assign(p.tiers[0]?.criteria[0] ?? {}, { comparison: "<=" })],
		["NOT_A_NUMBER", (p) => Object.assign(p.tiers[0]?.criteria[0] ?? {}, { threshold: "1.5" })],
		["OUT_OF_RANGE", (p) => Object.assign(p.tiers[0]?.criteria[1] ?? {}, { threshold: "10001" })],
		["LOWEST_TIER_HAS_NO_CRITERIA", (p) => Object.assign(p.tiers[4] ?? {}, { raceShareBps: 1 })],
		["WEIGHTS_NOT_WHOLE", (p) => Object.assign(p.race.weightsBps, { gmv: 1 })],
	])("%s is refused", (code, edit) => {
		expect(issue(edit)).toBe(code);
	});

	test("a track's override replaces what it names and nothing else", () => {
		const policy = tierPolicySchema.parse({
			...tierPolicyV1,
			trackOverrides: {
				training: {
					tiers: [
						{ level: 5, raceShareBps: null },
						{ level: 2, criteria: [] },
					],
				},
			},
		});
		const own = resolveTrackPolicy(policy, "training");
		expect(own.tiers.map((tier) => tier.raceShareBps)).toEqual([null, 3000, null, null, null]);
		expect(own.tiers[3]?.criteria).toEqual([]);
		expect(own.tiers[0]?.criteria).toEqual(tierPolicyV1.tiers[0]?.criteria);
		expect(resolveTrackPolicy(policy, "supply_chain").tiers).toEqual(tierPolicyV1.tiers);
		expect(resolveTrackPolicy(policy, "constructor").tiers).toEqual(tierPolicyV1.tiers);
	});

	test("windows of a run", () => {
		expect(runWindows(tierPolicyV1, "2010-12-31")).toEqual({
			period: "2010-11",
			gmv: { from: "2009-12-01", to: "2010-12-01" },
			gmvBefore: { from: "2008-12-01", to: "2009-12-01" },
			quality: { from: "2010-09-01", to: "2010-12-01" },
		});
	});
});

test("canonical JSON has one form and refuses what JSON cannot hold exactly", () => {
	expect(canonicalJson({ b: [1, "二", null], a: { z: true, A: -1 } })).toBe(
		'{"a":{"A":-1,"z":true},"b":[1,"二",null]}',
	);
	for (const bad of [undefined, 1n, 0.1, Number.NaN, 2 ** 53, { a: undefined }])
		expect(() => canonicalJson(bad)).toThrow();
});

test("the time zone of the machine changes no byte", () => {
	const rows = fc.sample(track("a"), { numRuns: 1, seed: 11 })[0] ?? [];
	const offsets = new Set<number>();
	const prints = ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"].map((zone) => {
		vi.stubEnv("TZ", zone);
		offsets.add(new Date(ASOF).getTimezoneOffset());
		return print(evaluateRun(tierPolicyV1, rows, ASOF));
	});
	vi.unstubAllEnvs();
	expect(offsets.size).toBe(4);
	expect(new Set(prints).size).toBe(1);
});
