import { expect, test } from "vitest";
import {
	computeItemStatistics,
	MIN_SITTINGS,
	pointBiserial,
	type Response,
} from "@/lib/domains/certification/rules/item-statistics";

const responses = (right: number, wrong: number, [high, low]: [number, number]): Response[] => [
	...Array.from({ length: right }, () => ({ correct: true, rest: high, chosen: [0] })),
	...Array.from({ length: wrong }, () => ({ correct: false, rest: low, chosen: [1] })),
];
const item = { options: 2, key: [0] };

test("the point-biserial of a table worked by hand", () => {
	// rest 0.9 0.7 for the right, 0.6 0.2 for the wrong: means 0.8 and 0.4, deviation √0.065, p = q = ½.
	const found = pointBiserial([
		{ correct: true, rest: 0.9 },
		{ correct: true, rest: 0.7 },
		{ correct: false, rest: 0.6 },
		{ correct: false, rest: 0.2 },
	]);
	expect(found).toBeCloseTo((0.4 / Math.sqrt(0.065)) * 0.5, 12);
});

test("it is Pearson's correlation, whatever the figures", () => {
	const data = Array.from({ length: 50 }, (_, at) => ({
		correct: (at * 7) % 3 === 0,
		rest: ((at * 13) % 17) / 17,
	}));
	const xs = data.map(({ correct }) => Number(correct));
	const ys = data.map(({ rest }) => rest);
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [mx, my] = [mean(xs), mean(ys)];
	const cov = mean(xs.map((x, at) => (x - mx) * ((ys[at] ?? 0) - my)));
	const dev = (values: number[], m: number) => Math.sqrt(mean(values.map((value) => (value - m) ** 2)));
	expect(pointBiserial(data)).toBeCloseTo(cov / (dev(xs, mx) * dev(ys, my)), 12);
});

test("nothing is correlated with what never varies", () => {
	expect(pointBiserial(responses(5, 0, [0.5, 0]))).toBeNull();
	expect(pointBiserial(responses(0, 5, [0, 0.5]))).toBeNull();
	expect(pointBiserial(responses(3, 3, [0.5, 0.5]))).toBeNull();
	expect(computeItemStatistics([], item)).toEqual({
		...{ sittings: 0, difficulty: null, discrimination: null, chosen: [0, 0], flags: [] },
	});
});

test("nothing is said of a question before thirty have sat it", () => {
	const wrongWay = (count: number) => responses(count - 5, 5, [0.2, 0.9]);
	expect(computeItemStatistics(wrongWay(MIN_SITTINGS - 1), item).flags).toEqual([]);
	expect(computeItemStatistics(wrongWay(MIN_SITTINGS), item).flags).toEqual(["MISLEADING"]);
});

test("too easy above 95%, too hard below 20%", () => {
	expect(computeItemStatistics(responses(95, 5, [0.8, 0.2]), item).flags).toEqual([]);
	expect(computeItemStatistics(responses(96, 4, [0.8, 0.2]), item).flags).toEqual(["TOO_EASY"]);
	expect(computeItemStatistics(responses(20, 80, [0.8, 0.2]), item).flags).toEqual([]);
	expect(computeItemStatistics(responses(19, 81, [0.8, 0.2]), item).flags).toEqual(["TOO_HARD"]);
});

test("a wrong option nobody takes does not distract; an ordering has none", () => {
	const asked = responses(30, 10, [0.8, 0.2]);
	expect(computeItemStatistics(asked, { options: 3, key: [0] })).toMatchObject({
		chosen: [30, 10, 0],
		flags: ["DEAD_OPTION"],
	});
	expect(computeItemStatistics(asked, { options: 2, key: [1, 0] }).flags).toEqual([]);
});
