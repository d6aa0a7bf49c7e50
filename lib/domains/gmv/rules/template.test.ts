import { describe, expect, test } from "vitest";
import { forceMonthFeed, orderLineFeed, shopDayFeed } from "@/lib/domains/gmv/rules/feeds";
import { matchHeader } from "@/lib/domains/gmv/rules/match-header";
import { RecordReader } from "@/lib/domains/gmv/rules/read-records";
import { renderTemplate } from "@/lib/domains/gmv/rules/template";

function recordsOf(text: string): string[][] {
	const records: string[][] = [];
	const reader = new RecordReader({
		onRecord: (fields) => records.push(fields),
		onBroken: (_line, code) => expect.fail(code),
	});
	reader.push(text);
	reader.end();
	return records;
}

describe.each([true, false])("the template (Chinese: %s)", (isChinese) => {
	test.each([
		["ORDER_LINE", orderLineFeed, "type", isChinese ? "销售" : "sale"],
		["SHOP_DAY", shopDayFeed, "channel", isChinese ? "私域" : "private"],
		["FORCE_MONTH", forceMonthFeed, "partner_id", "91440300192317458F"],
	] as const)(
		"of %s has every column, and its sample counts only once a value is chosen",
		(grain, feed, choice, chosen) => {
			const [header = [], sample = []] = recordsOf(renderTemplate(grain, isChinese).slice(1));
			const matched = matchHeader(header, feed.columns);
			if (!matched.ok) return expect.fail(matched.code);
			expect(matched.layout.positions).not.toContain(-1);
			const check = feed.makeCheck(matched.layout, "2026-12-31", null);
			expect(check(sample)).toMatchObject({ ok: false, column: choice });
			const { columns } = matched.layout;
			const options = { type: chosen, channel: "private", exclusive: "1", partner_id: chosen };
			const filled = sample.map((value, index) => options[columns[index] as keyof typeof options] ?? value);
			expect(check(filled)).toMatchObject({ ok: true });
		},
	);
});
