import { describe, expect, it } from "vitest";
import { formatIndicator } from "@/components/forces/format-indicator";
import { marginOf } from "@/components/tiers/criteria-rows";
import { drawLines } from "@/components/tiers/leaderboard-lines";
import type { CriterionResult, LeaderRow, RaceField } from "@/lib/domains/tiers/types";

function row(rank: number | null): LeaderRow {
	return { partnerId: `p${rank}`, rank } as LeaderRow;
}

const field: RaceField = {
	eligible: 20,
	held: true,
	bottomAfterRank: 19,
	tiers: [
		{ tier: 5, shareBps: 1000, places: 2, candidates: 3, taken: 2, cutOffRank: 2, cutOffScoreBps: 9000 },
		{ tier: 4, shareBps: 3000, places: 6, candidates: 4, taken: 4, cutOffRank: null, cutOffScoreBps: null },
	],
};

function criterion(values: Partial<CriterionResult>): CriterionResult {
	return {
		ruleId: "T2.gmv",
		metric: "gmv",
		unit: "fen",
		comparison: ">=",
		threshold: "100",
		value: "120",
		passed: true,
		gap: "0",
		reason: null,
		...values,
	};
}

describe("the lines of a leaderboard", () => {
	it("stand below the last one taken and above the bottom, and only where somebody was left out", () => {
		const lines = drawLines([row(1), row(2), row(3), row(19), row(20), row(null)], field);
		expect(lines.map((line) => (line.kind === "row" ? line.row.rank : line.kind))).toEqual([
			1,
			2,
			"cutOff",
			3,
			19,
			"bottom",
			20,
			null,
		]);
	});

	it("draw no bottom where the track has none", () => {
		const lines = drawLines([row(20)], { ...field, bottomAfterRank: 20 });
		expect(lines).toHaveLength(1);
	});
});

describe("the margin of a criterion", () => {
	it("is what lies beyond the line, in either direction", () => {
		expect(marginOf(criterion({}))).toBe("20");
		expect(marginOf(criterion({ comparison: "<=", value: "30" }))).toBe("70");
		expect(marginOf(criterion({ passed: false }))).toBeNull();
		expect(marginOf(criterion({ value: null, passed: false }))).toBeNull();
	});
});

describe("indicator values", () => {
	it("are cut to what can be read, each in its unit", () => {
		expect(formatIndicator("3.9312", "times", "zh-CN")).toBe("3.93");
		expect(formatIndicator("95.5000", "hours", "zh-CN")).toBe("95.5");
		expect(formatIndicator("1000", "count", "zh-CN")).toBe("1,000");
		expect(formatIndicator("9495.2500", "bps", "zh-CN")).toBe("94.95%");
		expect(formatIndicator("2000000", "fen", "zh-CN")).toBe("¥2万");
	});
});
