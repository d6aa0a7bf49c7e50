import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TierLevel, tierPolicyV1 } from "@/lib/domains/tiers/constants";
import {
	objectionToAmending,
	readCause,
	willOpenNotice,
	writeCause,
} from "@/lib/domains/tiers/rules/amendment";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { applyOverride, keepOverride, objectionToOverride } from "@/lib/domains/tiers/rules/override";
import {
	isUnchanged,
	listFallen,
	reExecute,
	type StoredStanding,
} from "@/lib/domains/tiers/rules/re-execute";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import type { PartnerFacts, ReceiptOverride } from "@/lib/domains/tiers/types";

const asOf = "2026-05-31";
const YI = 10_000_000_000n; // 1亿 CNY in fen
const windows = windowsEndedBy(tierPolicyV1, asOf);

const partner = (partnerId: string, more: Partial<PartnerFacts> = {}): PartnerFacts => ({
	partnerId,
	trackCode: "supply_chain",
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
	...more,
});

const byHand = (tier: TierLevel, engineTier: TierLevel): ReceiptOverride => ({
	...{ tier, engineTier, reason: "平台故障", proposedBy: "周正", confirmedBy: "林岚" },
	at: "2026-06-20T02:00:00.000Z",
});

/** The track as a run stored it. */
function store(
	facts: readonly PartnerFacts[],
	overrides: Record<string, ReceiptOverride> = {},
): StoredStanding[] {
	return evaluateTrack(tierPolicyV1, facts, asOf).verdicts.map((verdict) => {
		const override = overrides[verdict.facts.partnerId] ?? null;
		return {
			facts: verdict.facts,
			tier: applyOverride(verdict, override).tier,
			rank: verdict.standing?.rank ?? null,
			scoreBps: verdict.standing?.scoreBps ?? null,
			absoluteTier: verdict.absoluteTier,
			raceTier: verdict.raceTier,
			redLines: verdict.redLines.length,
			override,
		};
	});
}

const again = (
	stored: readonly StoredStanding[],
	partnerId: string,
	more: { facts?: PartnerFacts; override?: ReceiptOverride | null } = {},
) =>
	reExecute({ policy: tierPolicyV1, asOf, windows, stored, partnerId, ...more, facts: more.facts ?? null });

describe("executing a track again", () => {
	const row = fc.record({
		gmvFen: fc.bigInt(0n, 20n * YI),
		gmvBeforeFen: fc.bigInt(0n, 20n * YI),
		compositeBps: fc.integer({ min: 0, max: 10_000 }),
		disputes: fc.integer({ min: 0, max: 400 }),
		tier: fc.option(fc.constantFrom<TierLevel>(1, 2, 3, 4, 5)),
	});

	test("with nothing replaced changes nothing, whatever was set by hand", () => {
		fc.assert(
			fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
				const facts = rows.map(({ tier: _tier, ...one }, i) => partner(`p${i}`, one));
				const stored = store(facts).map((one, i) => {
					const tier = rows.find((_, at) => `p${at}` === one.facts.partnerId)?.tier ?? null;
					if (tier === null || one.redLines > 0 || i % 3 > 0) return one;
					return { ...one, tier, override: byHand(tier, one.tier) };
				});
				const { difference, overrides } = again(stored, "p0");
				expect(isUnchanged(difference)).toBe(true);
				expect(overrides.size).toBe(stored.filter((one) => one.override).length);
			}),
			{ numRuns: 60 },
		);
	});

	// Twelve partners: T5 takes ⌈10% × 12⌉ = 2 of them, T4 ⌈30% × 12⌉ = 4. Composites 9900, 9800, … down.
	const dozen = Array.from({ length: 12 }, (_, i) =>
		partner(`p${String(i).padStart(2, "0")}`, { compositeBps: 9900 - i * 100 }),
	);
	const stored = store(dozen);
	const third = dozen[2] as PartnerFacts;

	test.each<[string, number, TierLevel, string[]]>([
		// The second has 9,800 and the same GMV and growth: equal scores go to the smaller id.
		["one hundredth below the second keeps its place", 9799, 4, []],
		["as good as the second stays behind it", 9800, 4, []],
		["one hundredth above the second takes its place", 9801, 5, ["p01"]],
	])("%s", (_name, compositeBps, tierAfter, fallen) => {
		const { difference } = again(stored, "p02", { facts: { ...third, compositeBps } });
		expect(difference).toMatchObject({ partnerId: "p02", tierBefore: 4, tierAfter });
		expect(listFallen(difference).map((one) => one.partnerId)).toEqual(fallen);
		expect(willOpenNotice({ status: "FINAL" }, difference)).toBe(fallen.length > 0);
		expect(willOpenNotice({ status: "DRAFT" }, difference)).toBe(false);
	});

	test("names what changed as the receipt writes it, and everybody whose rank moves", () => {
		const { difference } = again(stored, "p02", { facts: { ...third, compositeBps: 9950, disputes: 1 } });
		expect(difference).toEqual({
			...{ partnerId: "p02", tierBefore: 4, tierAfter: 5, rankBefore: 3, rankAfter: 1 },
			values: [
				{ key: "composite", before: "9700", after: "9950" },
				{ key: "dispute_rate", before: "0", after: "1" },
				{ key: "race_score", before: "4850", after: "4975" },
				{ key: "race_rank", before: "3", after: "1" },
				{ key: "race_tier", before: "4", after: "5" },
			],
			others: [
				{ partnerId: "p00", tierBefore: 5, tierAfter: 5, rankBefore: 1, rankAfter: 2 },
				{ partnerId: "p01", tierBefore: 5, tierAfter: 4, rankBefore: 2, rankAfter: 3 },
			],
		});
	});

	test("an override moves its partner alone, and stays when others are executed again", () => {
		const { difference, overrides } = again(stored, "p11", { override: byHand(5, 5) });
		expect(difference).toMatchObject({ tierBefore: 3, tierAfter: 5, values: [], others: [] });
		expect(overrides.get("p11")).toMatchObject({ tier: 5, engineTier: 3 });
		const held = store(dozen, { p11: byHand(5, 3) });
		const moved = again(held, "p02", { facts: { ...third, compositeBps: 9950 } });
		expect(moved.overrides.get("p11")).toMatchObject({ tier: 5, engineTier: 3 });
		expect(again(held, "p11", { override: null }).difference).toMatchObject({ tierBefore: 5, tierAfter: 3 });
	});

	test("an override falls away for a partner that turns out to be over a red line", () => {
		const held = store(dozen, { p02: byHand(5, 4) });
		const redLines = [{ id: "rl", kind: "FABRICATED_TRADES" as const, occurredOn: "2026-05-01" }];
		const { difference, overrides } = again(held, "p02", { facts: { ...third, redLines } });
		expect(difference).toMatchObject({ tierBefore: 5, tierAfter: 1, rankAfter: null });
		expect(difference.values).toContainEqual({ key: "red_lines", before: "0", after: "1" });
		expect(overrides.size).toBe(0);
	});

	test("a partner that is not in the track is told so", () => {
		expect(() => again(stored, "nobody")).toThrow("NOT_IN_TRACK");
	});
});

describe("what may be set by hand and corrected", () => {
	const decision = evaluateTrack(tierPolicyV1, [partner("x")], asOf).verdicts[0];
	if (!decision) throw new Error("no verdict");
	const red = {
		...decision,
		redLines: [{ id: "DISPUTE_RATE", recordIds: [], valueBps: "301", aboveBps: "300" }],
	} as const;

	test("nothing over a red line, and nothing to the tier it has", () => {
		expect(objectionToOverride({ decision: red }, 2)).toBe("OVERRIDE_RED_LINE");
		expect(objectionToOverride({ decision }, decision.tier)).toBe("OVERRIDE_SAME_TIER");
		expect(objectionToOverride({ decision }, 3)).toBeNull();
		expect(keepOverride(byHand(3, 1), red)).toBeNull();
		expect(keepOverride(byHand(3, 1), decision)).toEqual(byHand(3, decision.tier));
	});

	test.each([
		["DRAFT", false, true, null],
		["NOTICE", false, true, null],
		["FINAL", false, false, null],
		["FINAL", true, true, "RUN_SUPERSEDED"],
		["FINAL", false, true, "RUN_OPEN"],
		["COMPUTING", false, false, "RUN_NOT_AMENDABLE"],
		["DISCARDED", false, false, "RUN_NOT_AMENDABLE"],
		["FAILED", false, false, "RUN_NOT_AMENDABLE"],
	] as const)("%s, superseded %s, another open %s: %s", (status, isSuperseded, hasOpenRun, objection) => {
		expect(objectionToAmending({ status, isSuperseded, hasOpenRun })).toBe(objection);
	});

	test("a cause is read as it was written, and nothing else is one", () => {
		const cause = { kind: "APPEAL", reference: "TA-2026-000001" } as const;
		expect(readCause(writeCause(cause))).toEqual(cause);
		for (const text of ["数据更正", "APPEAL:", "APPEAL:a b", "ELSE:1"]) expect(readCause(text)).toBeNull();
	});
});
