import { describe, expect, it } from "vitest";
import { nextRun } from "@/lib/domains/tiers/rules/next-run";
import { summariseRun } from "@/lib/domains/tiers/rules/summarise-run";

describe("summary of a run", () => {
	it("counts tiers and movement, altogether and per track", () => {
		const summary = summariseRun([
			{ trackCode: "training", previousTier: 2, tier: 3, count: 2 },
			{ trackCode: "training", previousTier: 3, tier: 2, count: 1 },
			{ trackCode: "brand_operation", previousTier: null, tier: 1, count: 4 },
			{ trackCode: "brand_operation", previousTier: 5, tier: 5, count: 1 },
		]);
		expect(summary.total).toEqual({
			partners: 8,
			tiers: { 1: 4, 2: 1, 3: 2, 4: 0, 5: 1 },
			promoted: 2,
			demoted: 1,
			unchanged: 1,
			first: 4,
		});
		expect(summary.tracks.map((track) => [track.trackCode, track.partners])).toEqual([
			["brand_operation", 5],
			["training", 3],
		]);
	});
});

describe("the next run", () => {
	it("is for the month after the last one, from the day it is closed long enough", () => {
		expect(nextRun("2026-10", 14, "2026-12-14")).toEqual({
			period: "2026-11",
			earliestOn: "2026-12-15",
			isDue: false,
		});
		expect(nextRun("2026-10", 14, "2026-12-15").isDue).toBe(true);
	});

	it("skips months nobody evaluated and starts with the newest closed one", () => {
		expect(nextRun("2010-12", 14, "2026-11-22").period).toBe("2026-10");
		expect(nextRun(null, 14, "2026-11-22")).toMatchObject({ period: "2026-10", isDue: true });
	});
});
