import { expect, test } from "vitest";
import { renderExportHeader, renderExportLine } from "./render-export";

test("amounts are exact to the fen and texts are no formulas", () => {
	const line = {
		period: "2026-11-01",
		code: "=1+1",
		name: '甲,"乙"',
		paidFen: 1n,
		refundedFen: 123_456_789_012_345n,
	};
	expect(renderExportLine(line)).toBe(
		`2026-11-01,'=1+1,"甲,""乙""",0.01,1234567890123.45,-1234567890123.44\r\n`,
	);
	expect(renderExportHeader(["周期", "@x"])).toBe("\uFEFF周期,'@x\r\n");
});
