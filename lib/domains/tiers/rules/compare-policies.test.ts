import { expect, test } from "vitest";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { compareTierPolicies, policyFigures, readFigure } from "@/lib/domains/tiers/rules/compare-policies";
import type { TierPolicy } from "@/lib/domains/tiers/schema";

/** A copy that may be written to. */
function edit(change: (policy: TierPolicy) => void): TierPolicy {
	const policy = structuredClone(tierPolicyV1);
	change(policy);
	return policy;
}
const compare = (after: TierPolicy) => compareTierPolicies(tierPolicyV1, after);
const criterion = (policy: TierPolicy, level: number, metric: string) => {
	const found = policy.tiers
		.find((tier) => tier.level === level)
		?.criteria.find((one) => one.metric === metric);
	if (!found) throw new Error(`no ${metric} in T${level}`);
	return found;
};

test("a policy does not differ from itself, nor by the order of its lines", () => {
	expect(compare(tierPolicyV1)).toEqual([]);
	const reversed = edit((policy) => {
		for (const tier of policy.tiers) tier.criteria.reverse();
	});
	expect(compare(reversed)).toEqual([]);
});

test.each([
	["gmv", "30000000001", "stricter"],
	["gmv", "29999999999", "easier"],
	["dispute_rate", "79", "stricter"],
	["dispute_rate", "81", "easier"],
] as const)("%s of T4 at %s is %s", (metric, threshold, direction) => {
	const after = edit((policy) => {
		criterion(policy, 4, metric).threshold = threshold;
	});
	expect(compare(after)).toEqual([
		{
			type: "criterion",
			direction,
			track: null,
			tier: 4,
			metric,
			before: { ...criterion(tierPolicyV1, 4, metric), metric: undefined },
			after: { ...criterion(after, 4, metric), metric: undefined },
		},
	]);
});

test("more than a fen less is at least that fen: the line reads otherwise and asks the same", () => {
	const after = edit((policy) => {
		Object.assign(criterion(policy, 3, "gmv"), { comparison: ">=", threshold: "10000000001" });
	});
	expect(compare(after)).toMatchObject([{ type: "criterion", tier: 3, metric: "gmv", direction: "other" }]);
});

test("a criterion more is stricter, one less easier", () => {
	const less = edit((policy) => {
		const tier = policy.tiers.find((one) => one.level === 2);
		if (tier) tier.criteria = tier.criteria.filter((one) => one.metric !== "gmv");
	});
	expect(compare(less)).toMatchObject([{ metric: "gmv", direction: "easier", after: null }]);
	expect(compareTierPolicies(less, tierPolicyV1)).toMatchObject([
		{ metric: "gmv", direction: "stricter", before: null },
	]);
});

test.each([
	[5, 999, "stricter"],
	[5, 1001, "easier"],
	[5, null, "easier"],
	[3, 9999, "stricter"],
] as const)("share of T%i at %s is %s", (level, share, direction) => {
	const after = edit((policy) => {
		const tier = policy.tiers.find((one) => one.level === level);
		if (tier) tier.raceShareBps = share;
	});
	expect(compare(after)).toMatchObject([{ type: "share", tier: level, direction, after: share }]);
});

test("every figure of the policy is compared", () => {
	for (const figure of policyFigures) {
		const after = edit((policy) => {
			const path = figure.split(".");
			const last = path.pop() ?? "";
			const holder = path.reduce<Record<string, unknown>>(
				(at, part) => at[part] as Record<string, unknown>,
				policy as unknown as Record<string, unknown>,
			);
			holder[last] = Number(holder[last]) + 1;
		});
		const before = readFigure(tierPolicyV1, figure);
		expect(compare(after)).toMatchObject([{ type: "figure", figure, before, after: before + 1 }]);
	}
});

test("measure, red lines and names", () => {
	const after = edit((policy) => {
		policy.gmvMeasure = "paid";
		policy.redLines.recordKinds = ["FABRICATED_TRADES"];
		const top = policy.tiers[0];
		if (top) top.name = { "zh-CN": "烈风", en: "Gale" };
	});
	expect(compare(after)).toMatchObject([
		{ type: "name", tier: 5, after: "烈风 · Gale" },
		{ type: "measure", before: "net", after: "paid" },
		{ type: "recordKinds", direction: "easier", after: ["FABRICATED_TRADES"] },
	]);
});

test("what a track has of its own is told apart, what is common only once", () => {
	const after = edit((policy) => {
		policy.movement.protectionDays = 120;
		policy.trackOverrides = { training: { tiers: [{ level: 5, raceShareBps: 500 }] } };
	});
	expect(compare(after)).toMatchObject([
		{ type: "figure", figure: "movement.protectionDays", track: null, direction: "easier" },
		{ type: "share", tier: 5, track: "training", direction: "stricter", before: 1000, after: 500 },
	]);
});
