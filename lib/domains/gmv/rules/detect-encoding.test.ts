import { describe, expect, test } from "vitest";
import { detectEncoding, findByteOrderMark } from "@/lib/domains/gmv/rules/detect-encoding";
import { toGb18030 } from "@/tests/factories/gb18030";

const chinese = "订单号;行号;类型;时间;店铺;商品编号;商品名称";

describe("a byte order mark", () => {
	test.each([
		["utf-8", [0xef, 0xbb, 0xbf]],
		["utf-16le", [0xff, 0xfe]],
		["utf-16be", [0xfe, 0xff]],
		["gb18030", [0x84, 0x31, 0x95, 0x33]],
	])("of %s", (encoding, bytes) => {
		expect(findByteOrderMark(Uint8Array.from([...bytes, 0x41]))).toBe(encoding);
		expect(findByteOrderMark(Uint8Array.from(bytes))).toBe(encoding);
		expect(findByteOrderMark(Uint8Array.from(bytes.slice(0, -1)))).toBeNull();
	});
});

describe("without a mark", () => {
	test("UTF-8 and GB18030 are told apart, wherever the bytes end", () => {
		for (const [encoding, bytes] of [
			["utf-8", Buffer.from(chinese)],
			["gb18030", toGb18030(chinese)],
		] as const)
			for (let end = 6; end <= bytes.length; end++)
				expect([end, detectEncoding(bytes.subarray(0, end))]).toEqual([end, encoding]);
	});

	test("UTF-8 with damage in it stays UTF-8", () => {
		const bytes = Buffer.concat([
			Buffer.from("杯子,杯子\n"),
			Buffer.from([0xff, 0xc4, 0x2c]),
			Buffer.from("杯子"),
		]);
		expect(detectEncoding(bytes)).toBe("utf-8");
	});

	test("lines of both are read as UTF-8, so that none is garbled", () => {
		expect(detectEncoding(Buffer.concat([Buffer.from(`${chinese}\n`), toGb18030(chinese)]))).toBe("utf-8");
	});

	test("GB18030 with one broken byte in a long text stays GB18030; in a short one it is nothing", () => {
		const broken = Buffer.from([0xff, 0x2c]);
		expect(detectEncoding(Buffer.concat([toGb18030("店".repeat(20)), broken]))).toBe("gb18030");
		expect(detectEncoding(Buffer.concat([toGb18030("店".repeat(19)), broken]))).toBe("utf-8");
	});

	test("Latin-1 is neither and counts as UTF-8", () => {
		expect(detectEncoding(Buffer.from("caf\xe9, \xfcber, na\xefve", "latin1"))).toBe("utf-8");
	});
});
