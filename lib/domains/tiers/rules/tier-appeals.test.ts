import { describe, expect, it } from "vitest";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { objectionToDecidingAppeal } from "@/lib/domains/tiers/policy";
import {
	findAppealable,
	listAppealable,
	ruleOfMetric,
	slotOfCriterion,
} from "@/lib/domains/tiers/rules/appeal-criteria";
import { lastTierAppealDay, objectionToFiling } from "@/lib/domains/tiers/rules/appeal-window";
import { digestOf } from "@/lib/domains/tiers/rules/difference-digest";
import { evaluateRun } from "@/lib/domains/tiers/rules/evaluate";
import { buildReceipt } from "@/lib/domains/tiers/rules/receipt";
import { parseTierAppealQuery, tierAppealsHref } from "@/lib/domains/tiers/rules/tier-appeal-query";
import { tierAppealSchema } from "@/lib/domains/tiers/schema/appeal";
import type { DecisionReceipt, PartnerFacts } from "@/lib/domains/tiers/types";
import type { AppealDifference, AppealedRun, AppealInvolvement } from "@/lib/domains/tiers/types/appeals";

const base: AppealedRun = {
	id: "run_1",
	period: "2026-05",
	status: "NOTICE",
	noticeUntil: "2026-06-27",
	finalisedOn: null,
	isNewest: true,
};
const final: AppealedRun = { ...base, status: "FINAL", finalisedOn: "2026-06-28" };

describe("until when a receipt may be appealed", () => {
	it.each([
		["a notice through its last day", base, "2026-06-27", null],
		["a notice not the day after", base, "2026-06-28", "APPEAL_WINDOW_CLOSED"],
		["a final run through the fifteenth day", final, "2026-07-13", null],
		["a final run not the sixteenth", final, "2026-07-14", "APPEAL_WINDOW_CLOSED"],
		["a draft nobody was shown", { ...base, status: "DRAFT" as const }, "2026-06-20", "RUN_NOT_APPEALABLE"],
		["a run that was dropped", { ...base, status: "DISCARDED" as const }, "2026-06-20", "RUN_NOT_APPEALABLE"],
		["a run another took the place of", { ...final, isNewest: false }, "2026-06-29", "RUN_NOT_APPEALABLE"],
	])("%s", (_name, run, today, reason) => {
		expect(objectionToFiling(run, 15, today)?.reason ?? null).toBe(reason);
	});

	it("names the last day", () => {
		expect(lastTierAppealDay(base, 15)).toBe("2026-06-27");
		expect(lastTierAppealDay(final, 15)).toBe("2026-07-13");
		expect(objectionToFiling(final, 15, "2026-08-01")).toEqual({
			reason: "APPEAL_WINDOW_CLOSED",
			day: "2026-07-13",
		});
	});
});

describe("who decides", () => {
	const free: AppealInvolvement = {
		hasConflict: false,
		startedRun: false,
		openedNotice: false,
		hadOverride: false,
	};

	it.each([
		["a lead without a part", "ops_lead", free, null],
		["no reviewer", "ops_reviewer", free, "APPEAL_LEAD_ONLY"],
		["no auditor", "auditor", free, "APPEAL_LEAD_ONLY"],
		["nobody bound to the company", "ops_lead", { ...free, hasConflict: true }, "CONFLICT_OF_INTEREST"],
		["not who started the run", "ops_lead", { ...free, startedRun: true }, "APPEAL_OF_OWN_RUN"],
		["not who opened the notice", "ops_lead", { ...free, openedNotice: true }, "APPEAL_OF_OWN_NOTICE"],
		["not who set the tier", "ops_lead", { ...free, hadOverride: true }, "APPEAL_OF_OWN_OVERRIDE"],
	] as const)("%s", (_name, role, involvement, objection) => {
		expect(objectionToDecidingAppeal(role, involvement)).toBe(objection);
	});
});

function receiptOf(changes: Partial<PartnerFacts>): DecisionReceipt {
	const facts: PartnerFacts = {
		partnerId: "prt_a",
		trackCode: "brand_operation",
		admittedOn: "2020-01-01",
		gmvFen: 31_000_000_000n,
		gmvBeforeFen: 10_000_000_000n,
		compositeBps: 8_000,
		forcesBps: { traffic: 8_000, livestream: 8_000, incubation: 8_000, fulfilment: 8_000, supply: 8_000 },
		disputes: 5,
		paidOrders: 1_000,
		experts: { senior: 0, intermediate: 2, junior: 0 },
		redLines: [],
		previous: null,
		...changes,
	};
	const run = evaluateRun(tierPolicyV1, [facts], "2026-05-31");
	const track = run.tracks[0];
	const verdict = track?.verdicts[0];
	if (!track || !verdict) throw new Error("no verdict");
	const ref = { version: 1, hash: "0".repeat(64) };
	return buildReceipt(track, verdict, { tierPolicy: ref, forcePolicy: ref });
}

describe("what of a receipt may be appealed", () => {
	it("every criterion by its rule, the race and the movement; red lines only where they are crossed", () => {
		const receipt = receiptOf({});
		const codes = listAppealable(receipt).map((one) => one.code);
		const rules = tierPolicyV1.tiers.flatMap((tier) =>
			tier.criteria.map((criterion) => `T${tier.level}.${criterion.metric}`),
		);
		expect(codes).toEqual([...rules, "race", "movement"]);
		expect(findAppealable(receipt, "redLine.DISPUTE_RATE")).toBeNull();
		expect(findAppealable(receipt, "T4.experts_senior")).toMatchObject({
			kind: "criterion",
			tier: 4,
			criterion: { value: "0", threshold: "1", passed: false },
		});
	});

	it("a crossed red line, and no race then", () => {
		const receipt = receiptOf({ disputes: 40 });
		const codes = listAppealable(receipt).map((one) => one.code);
		expect(codes[0]).toBe("redLine.DISPUTE_RATE");
		expect(codes).not.toContain("race");
	});

	it("a metric's line leads to the lowest threshold that failed, or to the highest that asks for it", () => {
		const receipt = receiptOf({});
		expect(ruleOfMetric(receipt, "experts_intermediate")).toBe("T4.experts_intermediate");
		expect(ruleOfMetric(receiptOf({ gmvFen: 1n }), "gmv")).toBe("T2.gmv");
		expect(ruleOfMetric(receiptOf({ gmvFen: 10n ** 12n }), "gmv")).toBe("T5.gmv");
	});

	it("evidence slots fit the upload's rule, one per criterion", () => {
		const slots = listAppealable(receiptOf({ disputes: 40 })).map((one) => slotOfCriterion(one.code));
		for (const slot of slots) expect(slot).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,39}$/);
		expect(new Set(slots).size).toBe(slots.length);
	});
});

describe("the statement", () => {
	const filing = (statement: string) =>
		tierAppealSchema.safeParse({ runId: "run_1", criterion: "race", statement });

	it.each([
		["字".repeat(19), "TOO_SHORT"],
		[`${"字".repeat(19)} \n`, "TOO_SHORT"],
		["字".repeat(20), null],
		["😀".repeat(2_000), null],
		["字".repeat(2_001), "TOO_LONG"],
		["", "REQUIRED"],
	])("%#", (statement, code) => {
		const reading = filing(statement);
		expect(reading.success ? null : reading.error.issues[0]?.message).toBe(code);
	});
});

describe("the fingerprint of a difference", () => {
	const difference: AppealDifference = {
		partnerId: "prt_a",
		tierBefore: 3,
		tierAfter: 4,
		rankBefore: 2,
		rankAfter: 1,
		values: [{ key: "experts_senior", before: "0", after: "1" }],
		others: [],
	};

	it("is another one for another run, figure or partner moved", () => {
		const digest = digestOf("run_1", difference);
		expect(digest).toMatch(/^[0-9a-f]{64}$/);
		expect(digestOf("run_1", structuredClone(difference))).toBe(digest);
		const others = [
			{ partnerId: "prt_b", tierBefore: 4, tierAfter: 4, rankBefore: 1, rankAfter: 2 },
		] as const;
		const values = [{ key: "experts_senior", before: "0", after: "2" }];
		for (const other of [
			digestOf("run_2", difference),
			digestOf("run_1", { ...difference, others }),
			digestOf("run_1", { ...difference, values }),
		])
			expect(other).not.toBe(digest);
	});
});

describe("the worklist's address", () => {
	it.each([
		["open", { at: "2026-06-24", id: "tap_01abc" }],
		["decided", { at: "2026-06-24 02:00:00.123+00", id: "tap_01abc" }],
		["decided", null],
	] as const)("is read as it was written: %s %o", (tab, after) => {
		const params = Object.fromEntries(new URL(tierAppealsHref(tab, after), "http://x").searchParams);
		expect(parseTierAppealQuery(params)).toEqual({ tab, after });
	});

	it.each(["2026-06-24 02:00:00+00_tap_1", "2026-13-44_tap_1", "x", "2026-06-24_usr_1", ""])(
		"passes over %s",
		(after) => {
			expect(parseTierAppealQuery({ after })).toEqual({ tab: "open", after: null });
		},
	);
});
