import fc from "fast-check";
import { expect, test } from "vitest";
import { drawPaper, findShortages } from "@/lib/domains/certification/rules/draw-paper";
import type { Drawable } from "@/lib/domains/certification/types/questions";

const bank: Drawable[] = ["选品", "话术"].flatMap((topic) =>
	([1, 2, 3] as const).flatMap((difficulty) =>
		Array.from({ length: 8 }, (_, at) => ({
			code: `${topic}-${difficulty}-${at}`,
			versionId: `v-${topic}-${difficulty}-${at}`,
			level: "junior" as const,
			...{ topic, difficulty, optionCounts: at === 0 ? [4, 2] : [4] },
		})),
	),
);
const blueprint = {
	level: "junior" as const,
	sections: [
		{ topic: "选品", difficulty: 1 as const, count: 3 },
		{ topic: "选品", difficulty: 2 as const, count: 2 },
		{ topic: "话术", difficulty: 3 as const, count: 8 },
	],
};

test("a seed makes its paper again, however the bank is read", () => {
	const paper = drawPaper(blueprint, bank, "sit_1");
	expect(drawPaper(blueprint, [...bank].reverse(), "sit_1")).toEqual(paper);
	expect(drawPaper(blueprint, bank, "sit_2")).not.toEqual(paper);
});

test("a paper drawn once stays what it is: the draw never changes between releases", () => {
	const [first, second] = drawPaper(blueprint, bank, "auditor");
	expect([first, second]).toMatchInlineSnapshot(`
		[
		  {
		    "code": "选品-1-1",
		    "orders": [
		      [
		        0,
		        3,
		        1,
		        2,
		      ],
		    ],
		    "versionId": "v-选品-1-1",
		  },
		  {
		    "code": "话术-3-6",
		    "orders": [
		      [
		        2,
		        3,
		        0,
		        1,
		      ],
		    ],
		    "versionId": "v-话术-3-6",
		  },
		]
	`);
});

test("every paper has each section's count, no question twice, every option once", () => {
	fc.assert(
		fc.property(fc.string(), (seed) => {
			const paper = drawPaper(blueprint, bank, seed);
			expect(new Set(paper.map(({ code }) => code)).size).toBe(13);
			for (const { topic, difficulty, count } of blueprint.sections)
				expect(paper.filter(({ code }) => code.startsWith(`${topic}-${difficulty}`)).length).toBe(count);
			for (const { versionId, orders } of paper) {
				const counts = bank.find((question) => question.versionId === versionId)?.optionCounts ?? [];
				expect(orders.map((order) => [...order].sort())).toEqual(
					counts.map((count) => Array.from({ length: count }, (_, at) => at)),
				);
			}
		}),
		{ numRuns: 200 },
	);
});

test("chance treats questions and options alike", () => {
	const drawn = new Map<string, number>();
	let rightFirst = 0;
	const papers = 4_000;
	for (let at = 0; at < papers; at++)
		for (const { code, orders } of drawPaper(blueprint, bank, `seed-${at}`)) {
			drawn.set(code, (drawn.get(code) ?? 0) + 1);
			if (code === "话术-3-3" && orders[0]?.[0] === 0) rightFirst++;
		}
	for (let at = 0; at < 8; at++) {
		expect(Math.abs((drawn.get(`选品-1-${at}`) ?? 0) / papers - 3 / 8)).toBeLessThan(0.03);
		expect(drawn.get(`话术-3-${at}`)).toBe(papers);
	}
	expect(Math.abs(rightFirst / papers - 1 / 4)).toBeLessThan(0.03);
});

test("one question too few is told before anybody sits", () => {
	const short = bank.filter(({ code }) => code !== "话术-3-7");
	expect(findShortages(blueprint, bank)).toEqual([]);
	expect(findShortages(blueprint, short)).toEqual([{ topic: "话术", difficulty: 3, count: 8, found: 7 }]);
	expect(() => drawPaper(blueprint, short, "x")).toThrow(RangeError);
	expect(findShortages({ ...blueprint, level: "senior" }, bank)).toHaveLength(3);
});
