import { expect, test } from "vitest";
import { indicators, journeyStages } from "@/lib/domains/trust/constants/scorecard";
import {
	peersMedian,
	phaseOf,
	readValue,
	scorecardOf,
	scoreOf,
} from "@/lib/domains/trust/rules/scorecard/scorecard";
import type { Indicator, IndicatorCode, WeekCounts } from "@/lib/domains/trust/types/scorecard";

const of = (code: IndicatorCode) => indicators.find((one) => one.code === code) as Indicator;
const quality = of("QUALITY_RETURNS");

test("every stage has two or three indicators, and a phase", () => {
	for (const stage of journeyStages)
		expect([2, 3]).toContain(indicators.filter((one) => one.stage === stage).length);
	expect(journeyStages.map(phaseOf)).toEqual(["PRE", "MID", "MID", "AFTER", "AFTER"]);
	for (const { good, bad } of indicators) expect(good).toBeLessThan(bad);
});

test("scores from good to bad, and none from too little", () => {
	expect([30, 165, 300, 301, 29].map((value) => scoreOf(quality, value))).toEqual([100, 50, 0, 0, 100]);
	expect(readValue(quality, { events: 3, over: 200 })).toBe(150);
	expect(readValue(quality, { events: 3, over: 99 })).toBeNull();
});

test("no source, too little, and zero are three different things", () => {
	const card = scorecardOf({
		week: { QUALITY_RETURNS: { events: 0, over: 500 }, MISDESCRIBED: { events: 0, over: 5 } },
		...{ before: [], peers: [] },
	});
	const why = (code: IndicatorCode) => card.readings.find((one) => one.code === code)?.why;
	expect([why("QUALITY_RETURNS"), why("MISDESCRIBED"), why("PRICE_DISPUTES")]).toEqual([
		...["KNOWN", "NOT_ENOUGH", "NO_SOURCE"],
	]);
	expect(card).toMatchObject({ score: 100, change: null, pulls: [] });
});

test("a median of peers needs five of them", () => {
	const peers = [1, 2, 3, 4, 50].map((events): WeekCounts => ({ QUALITY_RETURNS: { events, over: 1_000 } }));
	expect(peersMedian(quality, peers)).toBe(30);
	expect(peersMedian(quality, peers.slice(1))).toBeNull();
});

test("what pulled the score down, the heaviest first, and the points add up", () => {
	const before: WeekCounts = {
		QUALITY_RETURNS: { events: 30, over: 10_000 },
		REFUND_SHARE: { events: 300, over: 10_000 },
		PRICE_DISPUTES: { events: 60, over: 10_000 },
	};
	const week: WeekCounts = {
		QUALITY_RETURNS: { events: 165, over: 10_000 },
		REFUND_SHARE: { events: 2_500, over: 10_000 },
		PRICE_DISPUTES: { events: 5, over: 10_000 },
	};
	const card = scorecardOf({ week, before: [before], peers: [] });
	expect(card.pulls).toEqual([
		{ code: "REFUND_SHARE", points: -25 },
		{ code: "QUALITY_RETURNS", points: -12.5 },
	]);
	expect(card).toMatchObject({ score: 62.5, change: 12.5 });
	expect(card.readings.find(({ code }) => code === "PRICE_DISPUTES")?.trend).toBe("better");
});
