import { expect, test } from "vitest";
import { compareDraws } from "@/lib/domains/certification/rules/fairness";

const paper = (sittingId: string, expected: number) => ({ sittingId, difficulties: [expected, expected] });

test("papers within three points of the mean are equal, one beyond is named", () => {
	expect(compareDraws([paper("a", 0.72), paper("b", 0.78)])).toMatchObject({
		papers: 2,
		mean: 0.75,
		isFair: true,
		outside: [],
	});
	const unfair = compareDraws([paper("a", 0.7), paper("b", 0.78), paper("c", 0.77)]);
	expect(unfair).toMatchObject({ isFair: false, hardest: { sittingId: "a" }, easiest: { sittingId: "b" } });
	expect(unfair?.outside.map(({ sittingId }) => sittingId)).toEqual(["a"]);
});

test("papers of unknown questions say nothing", () => {
	expect(compareDraws([])).toBeNull();
	expect(compareDraws([{ sittingId: "a", difficulties: [] }])).toBeNull();
});
