import { expect, test } from "vitest";
import { drawHistory } from "@/lib/domains/programme/rules/draw/draw-history";
import { niceCeiling } from "@/lib/domains/programme/rules/draw/scene";
import { renderFigure, renderHeader, renderPartner } from "@/lib/domains/programme/rules/render-files";
import { formatLean, formatTenths, signedCompact } from "@/lib/domains/programme/rules/show/names";
import type { Band, Standing } from "@/lib/domains/programme/types/dashboard";

const band: Band = {
	code: "b",
	nameZh: "10亿",
	nameEn: "1B",
	thresholdFen: 100n,
	inclusive: true,
	targetCount: 2,
};
const words = {
	track: (code: string) => code,
	region: (name: string) => name,
	band: (one: Band | null) => one?.nameZh ?? "-",
};
const standing: Standing = {
	partnerId: "p1",
	name: "=HYPERLINK(1)",
	trackCode: "t",
	region: "浙江省",
	tier: 3,
	netFen: -5n,
	netBeforeMonthFen: 0n,
	lastMonthFen: 123_456_789_012n,
	monthBeforeFen: 0n,
};

test("a file carries exact values, and no name of a partner is a formula", () => {
	const line = renderPartner({ standing, band: null, near: null, projectedFen: -7n }, 1, words);
	expect(line).toBe(`1,p1,'=HYPERLINK(1),t,浙江省,T3,'-,-0.05,1234567890.12,0.00,-0.07,,,\r\n`);
	const near = { standing, band, gapFen: 105n, reachedBps: 0, neededPer30DaysFen: null };
	expect(renderPartner({ standing, band: null, near, projectedFen: 0n }, 2, words)).toContain(
		",10亿,1.05,\r\n",
	);
	expect(renderHeader(["a,b", "c"])).toBe('\uFEFF"a,b",c\r\n');
	expect(renderFigure({ section: "+x", item: "", figure: "f", value: "-1.00", unit: "CNY" })).toBe(
		"'+x,,f,-1.00,CNY\r\n",
	);
});

test("signs and tenths", () => {
	expect([formatTenths(726), formatTenths(730), formatTenths(9)]).toEqual(["72.6", "73", "0.9"]);
	expect([formatLean(-385n), formatLean(2_860n), formatLean(0n)]).toEqual(["-3.9%", "+28.6%", "0%"]);
	expect([signedCompact(1_000_000n, "zh-CN"), signedCompact(-1n, "zh-CN")]).toEqual(["+¥1万", "-¥0.01"]);
});

test("a chart reaches the top of a round axis and holds still for nothing", () => {
	expect([0, 1, 3, 105, 146.3, 201].map(niceCeiling)).toEqual([1, 1, 5, 200, 200, 250]);
	const box = { x: 0, y: 0, width: 400, height: 200 };
	const say = { month: (month: string) => month, band: (one: Band) => one.nameZh };
	const month = {
		month: "2026-01",
		until: "2026-01-31",
		counts: { b: 5 },
		expectedTenths: { b: 20 },
		rose: 5,
		fell: 0,
	};
	const scene = drawHistory([month], [band], say, box, 10);
	const line = scene.shapes.find(
		(shape) => shape.kind === "path" && shape.stroke === "chart-2" && !shape.dash,
	);
	expect(line).toMatchObject({ d: "M29 179L386 24" });
	expect(
		drawHistory([], [band], say, box, 10).shapes.every((shape) => !JSON.stringify(shape).includes("null")),
	).toBe(true);
});
