import { expect, test } from "vitest";
import { cohenKappa, type RatedPair, readKappa, weightedKappa } from "./agreement-statistics";
import { agreeByMonth, agreeByReviewer, type OpinionPair } from "./agreement-statistics-by-reviewer";

/** `counts[a][b]` pairs of a and b. */
function pairsOf(counts: readonly (readonly number[])[]): RatedPair[] {
	return counts.flatMap((row, a) => row.flatMap((n, b) => Array.from({ length: n }, () => [a, b] as const)));
}

test("Cohen's kappa of a textbook table: 50 grants, 20/5/10/15", () => {
	// pₒ = 35/50 = 0.7; pₑ = 0.5 × 0.6 + 0.5 × 0.4 = 0.5; κ = 0.2 ÷ 0.5.
	const found = cohenKappa(
		pairsOf([
			[20, 5],
			[10, 15],
		]),
		2,
	);
	expect(found).toMatchObject({ status: "value", n: 50 });
	expect(found.status === "value" && found.value).toBeCloseTo(0.4, 12);
});

test("three categories by hand", () => {
	// n = 100; pₒ = 0.69; rows 40/30/30, columns 41/32/27: pₑ = 0.164 + 0.096 + 0.081 = 0.341.
	const found = cohenKappa(
		pairsOf([
			[30, 6, 4],
			[6, 20, 4],
			[5, 6, 19],
		]),
		3,
	);
	expect(found.status === "value" && found.value).toBeCloseTo((0.69 - 0.341) / 0.659, 12);
});

test("perfect agreement is 1, agreement by chance 0, always the opposite −1", () => {
	expect(
		cohenKappa(
			pairsOf([
				[5, 0],
				[0, 5],
			]),
			2,
		),
	).toEqual({ status: "value", value: 1, n: 10 });
	expect(
		cohenKappa(
			pairsOf([
				[5, 5],
				[5, 5],
			]),
			2,
		),
	).toEqual({ status: "value", value: 0, n: 20 });
	expect(
		cohenKappa(
			pairsOf([
				[0, 5],
				[5, 0],
			]),
			2,
		),
	).toEqual({ status: "value", value: -1, n: 10 });
});

test("both always the same one thing: no figure exists; one of them always: agreement by chance", () => {
	expect(
		cohenKappa(
			pairsOf([
				[12, 0],
				[0, 0],
			]),
			2,
		),
	).toEqual({ status: "undefined", n: 12 });
	expect(
		weightedKappa(
			pairsOf([
				[0, 0, 0],
				[0, 0, 0],
				[0, 0, 40],
			]),
			3,
		),
	).toEqual({ status: "undefined", n: 40 });
	expect(
		cohenKappa(
			pairsOf([
				[8, 4],
				[0, 0],
			]),
			2,
		),
	).toEqual({ status: "value", value: 0, n: 12 });
});

test("below the threshold there is no figure, on it there is", () => {
	expect(
		cohenKappa(
			pairsOf([
				[5, 0],
				[0, 4],
			]),
			2,
		),
	).toEqual({ status: "few", n: 9 });
	expect(
		cohenKappa(
			pairsOf([
				[5, 0],
				[0, 5],
			]),
			2,
		).status,
	).toBe("value");
	expect(weightedKappa([], 6, 0)).toEqual({ status: "few", n: 0 });
});

test("quadratic weights by hand: a step of one counts 1, of two 4", () => {
	// Table [[2,1,0],[1,2,1],[0,1,2]], n = 10, margins 3/4/3 both. Observed Σw·o = 4. Expected Σw·r·c ÷ n:
	// one step apart: (12 + 12) × 2 = 48; two apart: 4 × (9 + 9) = 72; (48 + 72) ÷ 10 = 12. κ = 1 − 4 ÷ 12.
	const found = weightedKappa(
		pairsOf([
			[2, 1, 0],
			[1, 2, 1],
			[0, 1, 2],
		]),
		3,
		10,
	);
	expect(found.status === "value" && found.value).toBeCloseTo(2 / 3, 12);
});

test("a constant difference of one step lowers the weighted kappa, and says so", () => {
	const found = weightedKappa(
		pairsOf([
			[0, 5, 0],
			[0, 0, 5],
			[0, 0, 0],
		]),
		3,
		10,
	);
	// Margins 5/5/0 and 0/5/5: observed 10; expected (25×1 + 25×4 + 25×0 + 25×1) ÷ 10 = 15.
	expect(found.status === "value" && found.value).toBeCloseTo(1 - 10 / 15, 12);
});

test("words change on the lines", () => {
	expect([-0.01, 0, 0.2, 0.21, 0.4, 0.6, 0.61, 0.8, 0.81, 1].map(readKappa)).toEqual([
		"none",
		"slight",
		"slight",
		"fair",
		"fair",
		"moderate",
		"substantial",
		"substantial",
		"almost",
		"almost",
	]);
});

const all = (score: number) => ({
	traffic: score,
	livestream: score,
	incubation: score,
	fulfilment: score,
	supply: score,
});
const pair = (first: string, a: number, second: string, b: number, month = "2026-10"): OpinionPair => ({
	month,
	first: { reviewerId: first, decision: a >= 3 ? "APPROVE" : "REJECT", scores: all(a) },
	second: { reviewerId: second, decision: b >= 3 ? "APPROVE" : "REJECT", scores: all(b) },
});

test("each reviewer is compared with all others from their own side", () => {
	const pairs = [
		...Array.from({ length: 6 }, () => pair("usr_a", 4, "usr_b", 3)),
		...Array.from({ length: 4 }, () => pair("usr_b", 1, "usr_a", 2)),
		pair("usr_c", 5, "usr_b", 5),
	];
	const [everybody, b, a, c] = agreeByReviewer(pairs);
	expect(everybody).toMatchObject({ reviewerId: null, pairs: 11, meanDifference: null });
	expect(a).toMatchObject({
		reviewerId: "usr_a",
		pairs: 10,
		decisions: { status: "value", value: 1, n: 10 },
		meanDifference: 1,
	});
	expect(b).toMatchObject({ reviewerId: "usr_b", pairs: 11 });
	expect(b?.meanDifference).toBeCloseTo(-10 / 11, 12);
	expect(c).toMatchObject({ pairs: 1, decisions: { status: "few", n: 1 }, scores: { status: "few", n: 5 } });
});

test("a month looks back over three", () => {
	const pairs = [
		...Array.from({ length: 3 }, () => pair("usr_a", 4, "usr_b", 4, "2026-08")),
		...Array.from({ length: 3 }, () => pair("usr_a", 2, "usr_b", 2, "2026-10")),
	];
	const months = agreeByMonth(pairs, ["2026-09", "2026-10", "2026-11"], ["usr_a"]);
	expect(months.map(({ byReviewer }) => byReviewer.usr_a)).toEqual([
		{ status: "few", n: 15 },
		{ status: "value", value: 1, n: 30 },
		{ status: "few", n: 15 },
	]);
});
