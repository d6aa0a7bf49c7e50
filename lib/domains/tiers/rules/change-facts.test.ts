import { describe, expect, test } from "vitest";
import { forcePolicyV1 } from "@/lib/domains/forces/constants";
import { scoreForces } from "@/lib/domains/forces/rules/score-forces";
import type { MonthlyForceFacts } from "@/lib/domains/forces/types";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { changeFacts, valuesOf } from "@/lib/domains/tiers/rules/change-facts";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { findImprovements } from "@/lib/domains/tiers/rules/find-improvements";
import { buildReceipt } from "@/lib/domains/tiers/rules/receipt";
import { factsOf, rejudge } from "@/lib/domains/tiers/rules/rejudge";
import { currentValues, readWhatIf } from "@/lib/domains/tiers/schema/what-if";
import type { PartnerFacts } from "@/lib/domains/tiers/types";

/** Scores 100 in every force under policy v1. */
const excellentMonth: Omit<MonthlyForceFacts, "month"> = {
	trafficSpendFen: 1_000_000n,
	trafficGmvFen: 5_000_000n,
	contentViews: 1_000n,
	contentGmvFen: 10_000n,
	liveMinutes: 7_200,
	activeShops: 1,
	liveGmvFen: 240_000_000n,
	signedStreamers: 60,
	qualifiedStreamers: 20,
	ordersDue: 1_000,
	ordersShippedOnTime: 990,
	afterSalesCasesDue: 100,
	afterSalesCasesInSla: 98,
	paidOrders: 10_000,
	disputes: 10,
	activeSkus: 100,
	exclusiveSkus: 20,
	skuDays: 3_000,
	stockoutSkuDays: 0,
	c2mOrders: 1_000,
};

const refs = { tierPolicy: { version: 1, hash: "t" }, forcePolicy: { version: 1, hash: "f" } };
const card = scoreForces(
	forcePolicyV1,
	[{ ...excellentMonth, month: "2024-05", ordersShippedOnTime: 937, exclusiveSkus: 7 }],
	"2024-05",
);
const facts: PartnerFacts = {
	partnerId: "p",
	trackCode: "a",
	admittedOn: "2022-01-01",
	gmvFen: 12_345_678_901n,
	gmvBeforeFen: 0n,
	compositeBps: card.compositeBps,
	forcesBps: Object.fromEntries(
		card.forces.map((one) => [one.force, one.scoreBps]),
	) as PartnerFacts["forcesBps"],
	disputes: 1,
	paidOrders: 301,
	experts: { senior: 0, intermediate: 2, junior: 4 },
	redLines: [],
	previous: null,
};
const track = evaluateTrack(tierPolicyV1, [facts], "2024-06-20");
const [verdict] = track.verdicts;
if (!verdict) throw new Error("no verdict");
const receipt = buildReceipt(track, verdict, refs, card);

describe("values tried", () => {
	test("left as they are shown change nothing, to the fen and the fraction", () => {
		const current = currentValues(receipt);
		expect(current).toMatchObject({ gmv: "12345", disputeRate: "0.34" });
		const input = readWhatIf(current, receipt);
		expect(input).toMatchObject({ errors: {}, changed: [] });
		expect(changeFacts(receipt, input)).toEqual(factsOf(receipt));
		expect(rejudge(receipt, changeFacts(receipt, input)).decision).toEqual(receipt.decision);
	});

	test("go into the facts one by one, and a force into the composite", () => {
		const input = readWhatIf(
			{ gmv: "30000.01", fulfilment: "100", senior: "3", disputeRate: "0.5" },
			receipt,
		);
		expect(input.changed).toEqual(["gmv", "fulfilment", "senior", "disputeRate"]);
		const changed = changeFacts(receipt, input);
		expect(changed).toMatchObject({
			gmvFen: 30_000_010_000n,
			experts: { senior: 3, intermediate: 2, junior: 4 },
			disputes: 50,
			paidOrders: 10_000,
		});
		expect(changed.forcesBps).toEqual({ ...facts.forcesBps, fulfilment: 10_000 });
		const lower = changeFacts(receipt, readWhatIf({ fulfilment: "0" }, receipt));
		expect(changed.compositeBps - lower.compositeBps).toBe(2000);
	});

	test.each([
		["gmv", "abc", "NOT_A_NUMBER"],
		["gmv", "-1", "NOT_A_NUMBER"],
		["gmv", "10000001", "OUT_OF_RANGE"],
		["gmv", "1.234", "TOO_MANY_DECIMALS"],
		["traffic", "100.01", "OUT_OF_RANGE"],
		["traffic", "1e2", "NOT_A_NUMBER"],
		["junior", "1.5", "NOT_WHOLE"],
		["senior", "1000", "OUT_OF_RANGE"],
		["disputeRate", "100.01", "OUT_OF_RANGE"],
	])("%s=%s is refused as %s and kept as typed", (field, text, code) => {
		const input = readWhatIf({ [field]: text }, receipt);
		expect(input.errors).toEqual({ [field]: code });
		expect(input.values[field as "gmv"]).toBe(text);
	});

	test("of a set of improvements reach the tier the set was made for", () => {
		const way = findImprovements(receipt);
		expect(way?.sets.length).toBeGreaterThan(0);
		for (const set of way?.sets ?? []) {
			const input = readWhatIf(valuesOf(receipt, set.improvements), receipt);
			expect(input.errors).toEqual({});
			expect(rejudge(receipt, changeFacts(receipt, input)).decision.tier).toBeGreaterThanOrEqual(
				way?.target ?? 9,
			);
		}
	});
});
