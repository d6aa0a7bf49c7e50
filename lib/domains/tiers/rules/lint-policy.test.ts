import { describe, expect, test } from "vitest";
import { type TierLevel, type TierMetric, tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { lintTierPolicy, mayPublish } from "@/lib/domains/tiers/rules/lint-policy";
import type { TierPolicy, TierRow } from "@/lib/domains/tiers/schema";

function withTier(level: TierLevel, change: (tier: TierRow) => Partial<TierRow>): TierPolicy {
	const tiers = tierPolicyV1.tiers.map((tier) =>
		tier.level === level ? { ...tier, ...change(tier) } : tier,
	);
	return { ...tierPolicyV1, tiers };
}

function withLine(level: TierLevel, metric: TierMetric, threshold: string): TierPolicy {
	return withTier(level, (tier) => ({
		criteria: tier.criteria.map((one) => (one.metric === metric ? { ...one, threshold } : one)),
	}));
}

const without = (level: TierLevel, metric: TierMetric) =>
	withTier(level, (tier) => ({ criteria: tier.criteria.filter((one) => one.metric !== metric) }));

describe("a tier easier than the one below", () => {
	test("the shipped policy may be published; two intermediates reach T3 and are too few heads for T2", () => {
		const findings = lintTierPolicy(tierPolicyV1);
		expect(findings).toEqual([
			{
				code: "TIER_EASIER",
				severity: "warning",
				track: null,
				tier: 3,
				metric: "experts_any",
				asks: "2",
				belowAsks: "3",
			},
		]);
		expect(mayPublish(findings)).toBe(true);
	});

	// T3 asks for more than 100,000,000.00: the least that passes is one fen above.
	test.each([
		["gmv", 4, "10000000000", true],
		["gmv", 4, "10000000001", false],
		["composite", 4, "6499", true],
		["composite", 4, "6500", false],
		["dispute_rate", 4, "101", true],
		["dispute_rate", 4, "100", false],
	] as const)("%s of T%i at %s", (metric, level, threshold, isEasier) => {
		const findings = lintTierPolicy(withLine(level, metric, threshold));
		const own = findings.filter((one) => one.code === "TIER_EASIER" && one.metric === metric);
		expect(own).toHaveLength(isEasier ? 1 : 0);
		expect(mayPublish(findings)).toBe(!isEasier);
	});

	test("seniors prove intermediates, a floor of every force proves the composite, and nothing proves the GMV", () => {
		expect(lintTierPolicy(withLine(5, "experts_senior", "2"))).toContainEqual(
			expect.objectContaining({ tier: 5, metric: "experts_intermediate", asks: "2", belowAsks: "3" }),
		);
		const byFloor = withTier(5, (tier) => ({
			criteria: tier.criteria
				.filter((one) => one.metric !== "composite")
				.map((one) => (one.metric === "force_floor" ? { ...one, threshold: "7500" } : one)),
		}));
		expect(lintTierPolicy(byFloor).filter((one) => "tier" in one && one.tier === 5)).toEqual([]);
		expect(lintTierPolicy(without(5, "gmv"))).toContainEqual(
			expect.objectContaining({ tier: 5, metric: "gmv", severity: "warning", asks: null }),
		);
	});

	test("a track of its own is looked at with its own lines, and repeats nothing that is true of all", () => {
		const policy: TierPolicy = {
			...tierPolicyV1,
			trackOverrides: {
				supply_chain: {
					tiers: [{ level: 5, criteria: [{ metric: "gmv", comparison: ">=", threshold: "20000000000" }] }],
				},
			},
		};
		const own = lintTierPolicy(policy).filter((one) => "track" in one && one.track === "supply_chain");
		expect(own).toContainEqual(
			expect.objectContaining({ code: "TIER_EASIER", severity: "error", tier: 5, metric: "gmv" }),
		);
		expect(own.some((one) => "tier" in one && one.tier === 3)).toBe(false);
	});
});

describe("shares", () => {
	test.each([
		[3000, true],
		[3001, false],
		[null, false],
	])("T5 at %s over T4 at 3000", (raceShareBps, isFine) => {
		const codes = lintTierPolicy(withTier(5, () => ({ raceShareBps }))).map((one) => one.code);
		expect(codes.includes("SHARE_ABOVE_LOWER")).toBe(!isFine);
	});

	test("a share of nothing is pointed out; a tier with neither criteria nor share is refused", () => {
		expect(lintTierPolicy(withTier(5, () => ({ raceShareBps: 0 })))).toContainEqual(
			expect.objectContaining({ code: "SHARE_ZERO", severity: "warning", tier: 5 }),
		);
		expect(lintTierPolicy(withTier(2, () => ({ criteria: [] })))).toContainEqual(
			expect.objectContaining({ code: "TIER_OPEN", severity: "error", tier: 2 }),
		);
	});
});

test.each([
	["300", false],
	["301", true],
])("a dispute rate of %s against a red line above 300", (threshold, isAbove) => {
	const codes = lintTierPolicy(withLine(2, "dispute_rate", threshold)).map((one) => one.code);
	expect(codes.includes("DISPUTES_ABOVE_RED_LINE")).toBe(isAbove);
});

describe("documents that are no policy", () => {
	const withMetric = (metric: string) => ({
		...tierPolicyV1,
		tiers: tierPolicyV1.tiers.map((tier) =>
			tier.level === 2 ? { ...tier, criteria: [{ metric, comparison: ">=", threshold: "1" }] } : tier,
		),
	});

	test.each(["refund_without_return_opt_in", "trust_guarantees", "退款不退货"])(
		"%s rewards a guarantee",
		(metric) => {
			const path = "tiers[3].criteria[0].metric";
			expect(lintTierPolicy(withMetric(metric))).toEqual([
				{ code: "GUARANTEE_REWARDED", severity: "error", path, metric },
			]);
		},
	);

	test("a metric nobody measures is named, beside everything else that is wrong", () => {
		const findings = lintTierPolicy({ ...withMetric("followers"), gmvMonths: 0 });
		expect(findings.map((one) => [one.code, "path" in one ? one.path : ""])).toEqual([
			["METRIC_UNKNOWN", "tiers[3].criteria[0].metric"],
			["INVALID", "gmvMonths"],
		]);
		expect(mayPublish(findings)).toBe(false);
	});

	test.each([null, "text", 7, [], {}])("%j is refused and breaks nothing", (document) => {
		expect(mayPublish(lintTierPolicy(document))).toBe(false);
	});
});
