import { expect, test } from "vitest";
import { renderExportHeader, renderExportLine, renderOrderLine } from "./render-export";

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

test("an order line keeps its exact time and amount; what it holds of text runs nowhere, a refund takes off", () => {
	const line = {
		source: "hub",
		eventId: "=cmd|' /C calc'!A0",
		lineNo: 2,
		type: "refund" as const,
		channel: "other" as const,
		occurredAt: new Date("2026-02-28T16:00:07.000Z"),
		productId: "@P",
		productName: '茶, "雨前"',
		buyer: null,
		quantity: 3,
		amountFen: 123_456_789_012_345n,
	};
	expect(renderOrderLine(line, "退款", "其他")).toBe(
		`'=cmd|' /C calc'!A0,2,退款,2026-03-01 00:00:07,其他,'@P,"茶, ""雨前""",,3,-1234567890123.45,hub\r\n`,
	);
	expect(renderOrderLine({ ...line, type: "sale", buyer: "B***1" }, "支付", "其他")).toContain(
		",B***1,3,1234567890123.45,hub\r\n",
	);
});
