import { expect, it } from "vitest";
import { layRanking } from "@/lib/domains/tiers/rules/lay-ranking";
import type { RaceField } from "@/lib/domains/tiers/types";

const field: RaceField = {
	eligible: 20,
	held: true,
	bottomAfterRank: 19,
	tiers: [
		{ tier: 5, shareBps: 1000, places: 2, candidates: 3, taken: 2, cutOffRank: 2, cutOffScoreBps: 9000 },
		{ tier: 4, shareBps: 3000, places: 6, candidates: 4, taken: 4, cutOffRank: null, cutOffScoreBps: null },
	],
};
const place = (rank: number) => ({ rank, tier: 3 as const, name: `n${rank}`, isOwn: false });

function lay(ranks: number[], range = { from: 1, to: 20 }, of = field) {
	return layRanking(of, ranks.map(place), range).map((line) => {
		if (line.kind === "place") return line.place.rank;
		return line.kind === "others" ? `${line.from}-${line.to}` : line.kind;
	});
}

it("folds everybody between the named places, and breaks the fold at the lines", () => {
	expect(lay([])).toEqual(["1-2", "cutOff", "3-6", "places", "7-19", "bottom", "20-20"]);
	expect(lay([1, 2, 7])).toEqual([1, 2, "cutOff", "3-6", "places", 7, "8-19", "bottom", "20-20"]);
	expect(lay([19, 20])).toEqual(["1-2", "cutOff", "3-6", "places", "7-18", 19, "bottom", 20]);
});

it("covers every rank of a page once, and draws no line where there is no race", () => {
	expect(lay([8], { from: 7, to: 10 })).toEqual(["7-7", 8, "9-10"]);
	expect(lay([2], undefined, { ...field, held: false })).toEqual(["1-1", 2, "3-20"]);
});
