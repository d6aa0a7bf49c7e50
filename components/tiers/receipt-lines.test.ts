import { describe, expect, it } from "vitest";
import { formatIndicator } from "@/components/forces/format-indicator";
import { drawLines } from "@/components/tiers/board/board-lines";
import { marginOf } from "@/components/tiers/criteria-rows";
import type { CriterionResult, RaceField } from "@/lib/domains/tiers/types";
import type { BoardRow } from "@/lib/domains/tiers/types/leaderboard";

function row(rank: number | null): BoardRow {
	return { partnerId: `p${rank}`, rank } as BoardRow;
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
	it("stand below the last one taken, below the places of a tier that is not full, and above the bottom", () => {
		const lines = drawLines([row(1), row(2), row(3), row(19), row(20), row(null)], field);
		expect(lines.map((line) => (line.kind === "row" ? line.row.rank : line.kind))).toEqual([
			1,
			2,
			"cutOff",
			3,
			"places",
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
