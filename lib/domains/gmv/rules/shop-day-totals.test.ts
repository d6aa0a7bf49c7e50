import fc from "fast-check";
import { expect, test } from "vitest";
import { maxLineFen, saleChannels } from "@/lib/domains/gmv/constants";
import { numberToDay } from "@/lib/domains/gmv/rules/parse-fields";
import { ShopDayTotals } from "@/lib/domains/gmv/rules/shop-day-totals";

const rows = fc.array(
	fc.record({
		shop: fc.integer({ min: 0, max: 3 }),
		dayNumber: fc.integer({ min: 9_000, max: 9_003 }),
		channel: fc.constantFrom(...saleChannels),
		paidFen: fc.integer({ min: 0, max: maxLineFen }),
		refundedFen: fc.integer({ min: 0, max: maxLineFen }),
	}),
	{ maxLength: 60 },
);

test("sums stay exact far beyond what a number holds, in one go or merged", () => {
	fc.assert(
		fc.property(rows, fc.nat(60), (values, split) => {
			const parts = [new ShopDayTotals(), new ShopDayTotals()];
			for (const [index, row] of values.entries())
				parts[index < split ? 0 : 1]?.add(row.shop, { ...row, shopCode: "" });
			const [whole, rest] = parts as [ShopDayTotals, ShopDayTotals];
			whole.merge(rest);
			const totals = whole.take();
			expect(whole.size).toBe(0);
			for (const total of totals) {
				const same = values.filter(
					(row) =>
						row.shop === total.shop &&
						numberToDay(row.dayNumber) === total.day &&
						row.channel === total.channel,
				);
				expect(total.rows).toBe(same.length);
				expect(total.paidFen).toBe(same.reduce((sum, row) => sum + BigInt(row.paidFen), 0n));
				expect(total.refundedFen).toBe(same.reduce((sum, row) => sum + BigInt(row.refundedFen), 0n));
			}
			const all = totals.reduce((sum, total) => sum + total.paidFen, 0n);
			expect(all).toBe(values.reduce((sum, row) => sum + BigInt(row.paidFen), 0n));
		}),
	);
});
