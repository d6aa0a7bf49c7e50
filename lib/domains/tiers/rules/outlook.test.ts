import { describe, expect, test } from "vitest";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { findMargins } from "@/lib/domains/tiers/rules/find-margins";
import {
	countHeads,
	type OwnBooks,
	type OwnCertificate,
	projectRuns,
} from "@/lib/domains/tiers/rules/project-runs";
import { findRaceGap } from "@/lib/domains/tiers/rules/race-gap";
import { buildReceipt } from "@/lib/domains/tiers/rules/receipt";
import { factsOf, rejudge } from "@/lib/domains/tiers/rules/rejudge";
import type { DecisionReceipt, PartnerFacts } from "@/lib/domains/tiers/types";
import { trailingMonths } from "@/lib/platform/time";

const ASOF = "2024-06-20";
const MILLION = 100_000_000n; // fen
const refs = { tierPolicy: { version: 1, hash: "t" }, forcePolicy: { version: 1, hash: "f" } };

function partner(changes: Partial<PartnerFacts> = {}): PartnerFacts {
	return {
		partnerId: "p",
		trackCode: "a",
		admittedOn: "2022-01-01",
		gmvFen: 120n * MILLION,
		gmvBeforeFen: 0n,
		compositeBps: 7000,
		forcesBps: { traffic: 7000, livestream: 7000, incubation: 7000, fulfilment: 7000, supply: 7000 },
		disputes: 90,
		paidOrders: 10_000,
		experts: { senior: 0, intermediate: 2, junior: 1 },
		redLines: [],
		previous: { runId: "before", tier: 3, bottomRuns: 0 },
		...changes,
	};
}

function receiptOf(own: PartnerFacts, others: readonly PartnerFacts[] = [], asOf = ASOF): DecisionReceipt {
	const result = evaluateTrack(tierPolicyV1, [own, ...others], asOf);
	const verdict = result.verdicts.find((one) => one.facts.partnerId === own.partnerId);
	if (!verdict) throw new Error("no verdict");
	return buildReceipt(result, verdict, refs);
}

/** Twenty rivals that meet T5 with composites of 90.00 downwards in steps of 0.10: two places, the second scores the line. */
const rivals = Array.from({ length: 19 }, (_, i) =>
	partner({
		partnerId: `r${String(i).padStart(2, "0")}`,
		gmvFen: 2_000n * MILLION,
		compositeBps: 9500 - i * 10,
		disputes: 0,
		experts: { senior: 3, intermediate: 0, junior: 0 },
		previous: null,
	}),
);
const racer = (compositeBps: number) =>
	partner({
		partnerId: "z",
		gmvFen: 2_000n * MILLION,
		compositeBps,
		disputes: 0,
		experts: { senior: 3, intermediate: 0, junior: 0 },
		previous: null,
	});

describe("margins of the held tier", () => {
	test("are measured from the line, the narrowest first", () => {
		const { tier, criteria, race } = findMargins(receiptOf(partner()));
		expect(tier).toBe(3);
		expect(criteria.map((one) => [one.metric, one.margin, one.marginBps])).toEqual([
			["experts_intermediate", "0", 0],
			["composite", "500", 769],
			["dispute_rate", "10", 1000],
			["gmv", `${20n * MILLION}`, 2000],
			["force_floor", "3000", 7500],
		]);
		expect(race).toEqual({ kind: "UNLIMITED" });
	});

	test("below the line they are negative: a newcomer keeps a tier its figures no longer give", () => {
		const receipt = receiptOf(partner({ admittedOn: "2024-03-23", gmvFen: 90n * MILLION }));
		const { tier, criteria, protection } = findMargins(receipt);
		expect(tier).toBe(3);
		expect(criteria[0]).toMatchObject({ metric: "gmv", marginBps: -1000 });
		expect(protection).toEqual({ isProtected: true, lastDay: "2024-06-20" });
		const dayAfter = findMargins(receiptOf(partner({ admittedOn: "2024-03-22" })));
		expect(dayAfter.protection).toEqual({ isProtected: false, lastDay: "2024-06-19" });
	});

	test("in the race they are the ranks and points before the cut-off, and the ranks above the bottom", () => {
		const first = findMargins(receiptOf(racer(10_000), rivals));
		expect(first.race).toMatchObject({ kind: "LINE", ranks: 1 });
		expect(first.bottom).toMatchObject({ isIn: false, ranksAbove: 18 });
		const last = findMargins(receiptOf(racer(8600), rivals));
		expect(last.bottom).toMatchObject({ isIn: true, runs: 1, limit: 2, ranksAbove: -1 });
	});
});

describe("the gap in the race", () => {
	test("is closed by the composite it names and by one point less it is not", () => {
		const receipt = receiptOf(racer(8600), rivals);
		expect(receipt.decision.raceTier).toBeLessThan(4);
		const gap = findRaceGap(receipt, 4);
		if (gap?.compositeBps == null) throw new Error("no gap");
		const at = (compositeBps: number) =>
			rejudge(receipt, { ...factsOf(receipt), compositeBps }).decision.tier;
		expect(at(gap.compositeBps)).toBe(4);
		expect(at(gap.compositeBps - 1)).toBeLessThan(4);
		expect(gap.ranksToGain).toBe(receipt.next?.ranksToGain);
	});

	test("says so where no composite is enough, and where every place is taken without a line", () => {
		const out = receiptOf(
			{ ...racer(8600), gmvFen: 301n * MILLION },
			rivals.map((one) => ({ ...one, compositeBps: 10_000 })),
		);
		expect(findRaceGap(out, 4)).toMatchObject({ compositeBps: null, isLineUnknown: false });
		const few = rivals.map((one, i) =>
			i < 6 ? { ...one, gmvFen: 300n * MILLION } : { ...one, gmvFen: 2n * MILLION },
		);
		const shut = receiptOf({ ...racer(7000), gmvFen: 299n * MILLION }, few);
		expect(findRaceGap(shut, 4)).toMatchObject({ isLineUnknown: true, neededScoreBps: null });
	});
});

const certificate = (changes: Partial<OwnCertificate>): OwnCertificate => ({
	number: "c",
	holderName: "甲",
	level: "intermediate",
	issuedOn: "2023-01-01",
	endsOn: "2026-01-01",
	...changes,
});

function books(changes: Partial<OwnBooks> = {}): OwnBooks {
	return {
		months: trailingMonths("2024-05", 12).map((month) => ({ month, gmvFen: 10n * MILLION })),
		certificates: [
			certificate({}),
			certificate({ number: "d", holderName: "乙", endsOn: "2024-07-20" }),
			certificate({ number: "e", holderName: "丙", level: "junior" }),
		],
		redLines: [],
		...changes,
	};
}

describe("the runs to come", () => {
	test("lose a month each; what is booked already comes in, and what is missing to the line is named", () => {
		const months = [...books().months, { month: "2024-06", gmvFen: 4n * MILLION }];
		const runs = projectRuns(receiptOf(partner()), books({ months }), ASOF);
		expect(runs.map((run) => [run.period, run.asOf, run.leavingMonth, run.gmvFen / MILLION])).toEqual([
			["2024-06", "2024-07-15", "2023-06", 114n],
			["2024-07", "2024-08-15", "2023-07", 104n],
			["2024-08", "2024-09-15", "2023-08", 94n],
		]);
		expect(runs.map((run) => run.neededFen)).toEqual([0n, 0n, 6n * MILLION + 1n]);
		expect(runs[0]).toMatchObject({ enteredFen: 4n * MILLION, isEnteredWhole: false });
	});

	test("count heads on their own day: an expiry costs the tier from the run after it, one tier a run", () => {
		const runs = projectRuns(receiptOf(partner()), books(), ASOF);
		expect(runs.map((run) => run.experts.intermediate)).toEqual([2, 1, 1]);
		expect(runs.map((run) => run.endingCertificates.map((one) => one.number))).toEqual([[], ["d"], []]);
		expect(runs.map((run) => run.steady.tier)).toEqual([3, 2, 1]);
	});

	test("free the partner of a record on the day it ends", () => {
		const redLines = [{ id: "r", kind: "FABRICATED_TRADES" as const, occurredOn: "2023-08-15" }];
		const receipt = receiptOf(partner({ redLines }));
		expect(receipt.decision.tier).toBe(1);
		const runs = projectRuns(
			receipt,
			books({ redLines, certificates: books().certificates.slice(0, 1) }),
			ASOF,
		);
		expect(runs.map((run) => run.steady.movement)).toEqual(["RED_LINE", "SAME", "SAME"]);
		expect(runs.map((run) => run.endingRedLines.length)).toEqual([0, 1, 0]);
	});

	test("are made today where the run is overdue", () => {
		expect(projectRuns(receiptOf(partner()), books(), "2024-08-01", 1)[0]).toMatchObject({
			asOf: "2024-08-01",
			isEnteredWhole: true,
		});
	});

	test("count a holder once, at the highest level, and only while it lasts", () => {
		const rows = [certificate({}), certificate({ level: "senior", endsOn: "2024-06-20" })];
		expect(countHeads(rows, "2024-06-19")).toEqual({ senior: 1, intermediate: 0, junior: 0 });
		expect(countHeads(rows, "2024-06-20")).toEqual({ senior: 0, intermediate: 1, junior: 0 });
		expect(countHeads(rows, "2022-12-31")).toEqual({ senior: 0, intermediate: 0, junior: 0 });
	});
});
