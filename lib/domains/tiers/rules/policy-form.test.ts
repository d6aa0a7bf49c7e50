import { describe, expect, it } from "vitest";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { formOfTierPolicy, plainTrack, readTierPolicyForm } from "@/lib/domains/tiers/rules/policy-form";
import { earliestPolicyDay, tierNoticeDays } from "@/lib/domains/tiers/rules/policy-notice";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { TierPolicyForm } from "@/lib/domains/tiers/schema/policy-form";

const withTracks: TierPolicy = {
	...tierPolicyV1,
	trackOverrides: {
		training: {
			tiers: [
				{ level: 4, raceShareBps: null },
				{ level: 3, criteria: [{ metric: "composite", comparison: ">", threshold: "6550" }] },
			],
			race: { minTrackSize: 5, weightsBps: { composite: 10_000, gmv: 0, growth: 0 } },
			movement: { ...tierPolicyV1.movement, maxTiersDown: 2 },
		},
	},
};

function errorsOf(change: (form: TierPolicyForm) => void) {
	const form = structuredClone(formOfTierPolicy(withTracks));
	change(form);
	const reading = readTierPolicyForm(form);
	return reading.ok ? null : reading.errors;
}

describe("the form of a tier policy", () => {
	it.each([tierPolicyV1, withTracks])("reads back what it was made of", (policy) => {
		expect(readTierPolicyForm(formOfTierPolicy(policy))).toEqual({ ok: true, policy });
	});

	it("speaks of amounts, points, shares and heads as people do", () => {
		const top = formOfTierPolicy(tierPolicyV1).tiers["5"];
		expect([top.criteria.gmv.value, top.criteria.composite.value, top.share]).toEqual(["10亿", "85", "10"]);
		expect(top.criteria.dispute_rate).toEqual({ comparison: "<=", value: "0.5" });
		expect(top.criteria.experts_any.value).toBe("");
	});

	it("names the field that is missing or wrong", () => {
		expect(errorsOf((form) => (form.tiers["5"].criteria.gmv.value = "很多"))).toEqual({
			"tiers.5.criteria.gmv.value": "NOT_A_NUMBER",
		});
		expect(errorsOf((form) => (form.tiers["3"].nameEn = " "))).toEqual({ "tiers.3.nameEn": "REQUIRED" });
		expect(errorsOf((form) => (form.race.gmv = "31"))).toEqual({ race: "WEIGHTS_NOT_WHOLE" });
		expect(errorsOf((form) => (form.movement.maxTiersDown = "5"))).toEqual({
			"movement.maxTiersDown": "OUT_OF_RANGE",
		});
		expect(errorsOf((form) => (form.gmvMonths = ""))).toEqual({ gmvMonths: "REQUIRED" });
		expect(
			errorsOf((form) => {
				const own = form.tracks.training;
				if (own?.tiers["3"].criteria) own.tiers["3"].criteria.gmv.value = "9".repeat(19);
				if (own?.race) own.race.growth = "1";
			}),
		).toEqual({
			"tracks.training.tiers.3.criteria.gmv.value": "NOT_A_NUMBER",
			"tracks.training.race": "WEIGHTS_NOT_WHOLE",
		});
	});

	it("a track with nothing of its own is as everywhere", () => {
		const form = { ...formOfTierPolicy(tierPolicyV1), tracks: { training: plainTrack } };
		const reading = readTierPolicyForm(form);
		expect(reading.ok && reading.policy.trackOverrides).toEqual({ training: {} });
	});
});

describe("notice", () => {
	it("is seven days up to fifty partners that change, fifteen beyond", () => {
		expect([0, 50, 51].map(tierNoticeDays)).toEqual([7, 7, 15]);
	});

	it("never ends before a version that is announced", () => {
		const day = (latestEffectiveFrom: string) =>
			earliestPolicyDay({ today: "2026-06-22", changed: 50, latestEffectiveFrom });
		expect(day("2000-01-01")).toBe("2026-06-29");
		expect(day("2026-06-29")).toBe("2026-06-29");
		expect(day("2026-06-30")).toBe("2026-06-30");
	});
});
