import { describe, expect, test } from "vitest";
import { feedGrains } from "@/lib/domains/gmv/constants";
import { orderLineColumns } from "@/lib/domains/gmv/rules/check-order-line";
import { shopDayColumns } from "@/lib/domains/gmv/rules/check-shop-day";
import { feedForms } from "@/lib/domains/gmv/rules/feed-forms";
import { columnNames, foldName, readSaleChannel, readSaleType } from "@/lib/domains/gmv/rules/file-names";
import { matchHeader } from "@/lib/domains/gmv/rules/match-header";

const feeds = feedGrains.map((grain) => feedForms[grain].columns);

describe("a header", () => {
	test("is found by every name a column has", () => {
		for (const feed of feeds) {
			const columns = [...feed.required, ...feed.optional];
			for (const column of columns)
				for (const name of [column, ...(columnNames[column] ?? [])]) {
					const header = columns.map((one) => (one === column ? ` ${name.toUpperCase()} ` : one));
					expect(matchHeader(header, feed)).toMatchObject({
						ok: true,
						layout: { positions: columns.map((_, index) => index) },
					});
				}
		}
	});

	test("no name stands for two columns of a feed, and each is written as it is compared", () => {
		for (const feed of feeds) {
			const names = [...feed.required, ...feed.optional].flatMap((one) => [one, ...(columnNames[one] ?? [])]);
			expect(new Set(names).size).toBe(names.length);
			expect(names.map(foldName)).toEqual(names);
		}
	});

	test("is compared without regard to width and keeps the file's own names", () => {
		const matched = matchHeader(
			["日期", "ＳＨＯＰ＿ＩＤ", "成交额（元）", "退款额", "订单数"],
			shopDayColumns,
		);
		expect(matched).toMatchObject({
			ok: true,
			layout: { titles: ["日期", "ＳＨＯＰ＿ＩＤ", "成交额（元）", "退款额", "订单数", "channel"] },
		});
	});

	test("prefers a column's own name; two other names at once are refused by the names they have", () => {
		const rest = orderLineColumns.required.slice(1);
		expect(matchHeader(["订单号", "event_id", ...rest], orderLineColumns)).toMatchObject({
			ok: true,
			layout: { positions: expect.arrayContaining([1]) },
		});
		expect(matchHeader(["订单号", "事件号", ...rest], orderLineColumns)).toEqual({
			ok: false,
			code: "HEADER_COLUMN_TWICE",
			columns: ["订单号 + 事件号"],
		});
	});

	test("that lacks columns says which, in both languages", () => {
		expect(matchHeader(["日期", "店铺", "成交额", "退款额"], shopDayColumns)).toEqual({
			ok: false,
			code: "HEADER_COLUMN_MISSING",
			columns: ["sale_orders / 订单数"],
		});
	});
});

test("types and channels are read by both names and by nothing alike", () => {
	expect(["sale", "销售", "refund", "退款", "Sale", "销售 ", ""].map(readSaleType)).toEqual([
		"sale",
		"sale",
		"refund",
		"refund",
		null,
		null,
		null,
	]);
	expect(["达人分销", "公域", "品牌自播", "私域", "其他", "电视"].map(readSaleChannel)).toEqual([
		"distribution",
		"public",
		"self_live",
		"private",
		"other",
		null,
	]);
});
