import { describe, expect, test } from "vitest";
import { applicationStates, applicationSteps } from "@/lib/domains/benefits/constants";
import type { Holder } from "@/lib/domains/benefits/types";
import { type MonthlyGmv, measureEffect, NEEDED_USERS } from "./effect";
import { judgeEligibility } from "./eligibility";
import { lastDay, periodStart } from "./periods";
import { needsTwo, nextState, statesBefore } from "./transitions";

const holder: Holder = {
	kind: "PARTNER",
	name: "风行",
	partnerId: "prt_1",
	tier: 3,
	tracks: ["supply_chain"],
	step: null,
	status: "ACTIVE",
	isFrozen: false,
};
const benefit = {
	status: "PUBLISHED",
	delivery: "GRANT",
	terms: { minTier: 3, tracks: ["supply_chain"], minStep: 2, goodStanding: true },
	opensOn: "2026-03-01",
	closesOn: "2026-03-31",
	perPeriod: 2,
	totalLimit: 10,
	usedTotal: 9,
	poolId: "pol_1",
	amount: 100n,
	poolAvailable: 100n,
} as const;
const facts = { holder, today: "2026-03-01", usedInPeriod: 1 };

function missing(
	changes: Partial<Parameters<typeof judgeEligibility>[0]>,
	found: Partial<typeof facts> = {},
) {
	const { eligible, conditions } = judgeEligibility({ ...benefit, ...changes }, { ...facts, ...found });
	const codes = conditions.filter(({ holds }) => !holds).map(({ code }) => code);
	expect(eligible).toBe(codes.length === 0);
	return codes;
}

describe("eligibility explains itself", () => {
	test("everything holds on the very line, and fails one step beyond it", () => {
		expect(missing({})).toEqual([]);
		expect(missing({}, { today: "2026-03-31" })).toEqual([]);
		expect(missing({}, { today: "2026-02-28" })).toEqual(["OPENED"]);
		expect(missing({}, { today: "2026-04-01" })).toEqual(["NOT_CLOSED"]);
		expect(missing({ status: "PAUSED" })).toEqual(["OFFERED"]);
		expect(missing({}, { holder: { ...holder, tier: 2 } })).toEqual(["TIER"]);
		expect(missing({}, { holder: { ...holder, tracks: ["training"] } })).toEqual(["TRACK"]);
		expect(missing({}, { holder: { ...holder, status: "PROBATION" } })).toEqual(["STANDING"]);
		expect(missing({}, { holder: { ...holder, isFrozen: true } })).toEqual(["ADMITTED"]);
		expect(missing({}, { usedInPeriod: 2 })).toEqual(["PERIOD_LIMIT"]);
		expect(missing({ usedTotal: 10 })).toEqual(["TOTAL_LIMIT"]);
		expect(missing({ poolAvailable: 99n })).toEqual(["POOL"]);
	});
	test("a brand is asked for its step and for who uses the amount", () => {
		const brand = { ...holder, kind: "BRAND", tier: null, tracks: [], step: 2 } as const;
		expect(missing({}, { holder: brand })).toEqual([]);
		expect(missing({}, { holder: { ...brand, step: 1 } })).toEqual(["STEP"]);
		expect(missing({}, { holder: { ...brand, partnerId: null } })).toEqual(["CARRIER"]);
	});
	test("a condition says what was found and what is needed", () => {
		const { conditions } = judgeEligibility(benefit, { ...facts, holder: { ...holder, tier: 2 } });
		expect(conditions.find(({ code }) => code === "TIER")).toEqual({
			code: "TIER",
			holds: false,
			value: "2",
			threshold: "3",
		});
	});
});

test("the table of transitions: every legal move, and no other", () => {
	const legal = applicationStates.flatMap((state) =>
		applicationSteps.flatMap((step) => {
			const to = nextState(state, step);
			return to ? [`${state} ${step} ${to}`] : [];
		}),
	);
	expect(legal).toHaveLength(21);
	expect(statesBefore("approve")).toEqual(["APPLIED", "SECOND"]);
	expect(statesBefore("use")).toEqual(["GRANTED", "USED", "REPORTED"]);
	expect(statesBefore("clawBack")).toEqual(["GRANTED", "USED", "REPORTED", "EXPIRED", "CLOSED"]);
	for (const end of ["REFUSED", "WITHDRAWN", "CLAWED_BACK"] as const)
		expect(applicationSteps.filter((step) => nextState(end, step))).toEqual([]);
});

test("limits and validity count in Shanghai days; two decide strictly above the amount", () => {
	expect(periodStart("MONTH", "2026-05-31")).toBe("2026-05-01");
	expect(periodStart("QUARTER", "2026-03-31")).toBe("2026-01-01");
	expect(periodStart("QUARTER", "2026-04-01")).toBe("2026-04-01");
	expect(periodStart("YEAR", "2026-12-31")).toBe("2026-01-01");
	expect(lastDay("2026-02-27", 2)).toBe("2026-03-01");
	expect(lastDay("2026-02-27", null)).toBeNull();
	expect(needsTwo(100n, 100n)).toBe(false);
	expect(needsTwo(101n, 100n)).toBe(true);
	expect(needsTwo(101n, null)).toBe(false);
});

describe("the effect of a benefit", () => {
	/** Users grow by `gain` after the grant, everybody by 10%; `noise` scatters both sides alike. */
	function world(users: number, gain: number, noise = 0): MonthlyGmv[] {
		return Array.from({ length: users * 4 }, (_, index) => {
			const isUser = index < users;
			const level = 1_000_000 * (1 + (index % users));
			const scatter = 1 + noise * (((index * 7) % 5) - 2);
			const later = Math.round(level * 1.1 * scatter * (isUser ? gain : 1));
			return {
				partnerId: `p${String(index).padStart(3, "0")}`,
				track: "a",
				months: [level, level, level, level, later, later, later],
				grantedAt: isUser ? 3 : null,
			};
		});
	}
	test("what users gain beyond their matches is found, and nothing where there is none", () => {
		const found = measureEffect(world(20, 1.25, 0.02));
		if (found.kind !== "MEASURED") throw new Error(found.kind);
		expect(found.effectBps).toBeGreaterThan(2_000);
		expect(found.effectBps).toBeLessThan(3_000);
		expect(found.lowBps).toBeGreaterThan(0);
		expect(found.points.map(({ offset }) => offset)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
		const none = measureEffect(world(20, 1, 0.02));
		if (none.kind !== "MEASURED") throw new Error(none.kind);
		expect(none.lowBps).toBeLessThanOrEqual(0);
		expect(none.highBps).toBeGreaterThanOrEqual(0);
	});
	test("one user too few says nothing; other tracks and too recent grants are no match", () => {
		expect(measureEffect(world(NEEDED_USERS, 2)).kind).toBe("MEASURED");
		expect(measureEffect(world(NEEDED_USERS - 1, 2))).toMatchObject({
			kind: "NOT_ENOUGH",
			matched: NEEDED_USERS - 1,
		});
		const apart = world(20, 2).map((one) => (one.grantedAt === null ? { ...one, track: "b" } : one));
		expect(measureEffect(apart)).toMatchObject({ kind: "NOT_ENOUGH", users: 20, matched: 0 });
		const recent = world(20, 2).map((one) => (one.grantedAt === null ? one : { ...one, grantedAt: 4 }));
		expect(measureEffect(recent)).toMatchObject({ kind: "NOT_ENOUGH", matched: 0 });
	});
});
