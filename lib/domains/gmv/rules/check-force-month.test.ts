import { describe, expect, test } from "vitest";
import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import { forceMonthColumns, makeForceMonthCheck } from "@/lib/domains/gmv/rules/check-force-month";
import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import { matchHeader } from "@/lib/domains/gmv/rules/match-header";
import type { PartnerIds } from "@/lib/domains/gmv/types";

const columns = columnsOf("FORCE_MONTH");
const partners: PartnerIds = new Map([
	["91440300192317458F", "par_1"],
	["par_1", "par_1"],
]);
const good: Record<string, string> = {
	...Object.fromEntries(forceMetrics.map(({ name }) => [name, "0"])),
	partner_id: "91440300192317458F",
	month: "2026-10",
};

/** Checked on 22 November 2026: tomorrow is the last day anything may be of. */
function check(values: Record<string, string>, known: PartnerIds | null = partners, latest = "2026-11-23") {
	const matched = matchHeader(columns, forceMonthColumns);
	if (!matched.ok) throw new Error(matched.code);
	const row = { ...good, ...values };
	return makeForceMonthCheck(matched.layout, latest, known)(columns.map((column) => row[column] ?? ""));
}
const codeOf = (values: Record<string, string>) => {
	const checked = check(values);
	return checked.ok ? null : `${checked.column}: ${checked.code}`;
};

describe("a month of metrics", () => {
	test("becomes a row in the order of the feed, yuan as fen", () => {
		const checked = check({ traffic_spend: "320.05", content_views: "9007199254740", live_minutes: "60" });
		if (!checked.ok) return expect.fail(checked.code);
		expect(checked.row).toMatchObject({ partnerId: "par_1", revision: 1 });
		expect(checked.row.values.slice(0, 5)).toEqual([32_005, 0, 9_007_199_254_740, 0, 60]);
		expect(checked.row.values).toHaveLength(forceMetrics.length);
	});

	test("names its partner by id, or by USCC in any case; nobody else's", () => {
		expect(check({ partner_id: "par_1" })).toMatchObject({ ok: true, row: { partnerId: "par_1" } });
		expect(check({ partner_id: "91440300192317458f" })).toMatchObject({ row: { partnerId: "par_1" } });
		expect(codeOf({ partner_id: "PAR_1" })).toBe("partner_id: PARTNER_UNKNOWN");
		expect(codeOf({ partner_id: "91350900587527783P" })).toBe("partner_id: PARTNER_UNKNOWN");
		expect(codeOf({ partner_id: "" })).toBe("partner_id: VALUE_MISSING");
		expect(check({ partner_id: "uscc|id" }, null)).toMatchObject({ code: "PARTNER_UNKNOWN" });
		expect(check({ partner_id: "91350900587527783P" }, null)).toMatchObject({ ok: true });
	});

	test("has ended, on the first day of the next one and not before", () => {
		expect(check({ month: "2026-10" }, partners, "2026-11-01")).toMatchObject({ code: "MONTH_NOT_ENDED" });
		expect(check({ month: "2026-10" }, partners, "2026-11-02")).toMatchObject({ ok: true });
		expect(codeOf({ month: "2026-11" })).toBe("month: MONTH_NOT_ENDED");
		expect(codeOf({ month: "2000-01" })).toBeNull();
		expect(codeOf({ month: "1999-12" })).toBe("month: DATE_OUT_OF_RANGE");
		for (const month of ["2026-13", "2026-00", "2026-1", "2026-10-01", "10/2026"])
			expect(codeOf({ month })).toBe("month: MONTH_INVALID");
	});

	test("is told apart by its revision, from 1", () => {
		expect(check({ revision: "9999" })).toMatchObject({ row: { revision: 9999 } });
		expect(codeOf({ revision: "1" })).toBeNull();
		expect(codeOf({ revision: "0" })).toBe("revision: REVISION_NOT_POSITIVE");
		expect(codeOf({ revision: "10000" })).toBe("revision: NUMBER_TOO_LARGE");
		expect(codeOf({ revision: "1.0" })).toBe("revision: NUMBER_INVALID");
	});

	test.each(forceMetrics)("needs $name, not below zero and of its kind", ({ name, kind }) => {
		expect(codeOf({ [name]: "" })).toBe(`${name}: VALUE_MISSING`);
		expect(codeOf({ [name]: "-1" })).toBe(`${name}: ${kind === "amount" ? "AMOUNT" : "NUMBER"}_NEGATIVE`);
		expect(codeOf({ [name]: "x" })).toBe(`${name}: ${kind === "amount" ? "AMOUNT" : "NUMBER"}_INVALID`);
		const max = { amount: "9999999999999.99", count: "2147483647", big: "999999999999999" }[kind];
		const more = { amount: "99999999999999", count: "2147483648", big: "1000000000000000" }[kind];
		expect(codeOf({ [name]: max })).not.toBe(`${name}: NUMBER_TOO_LARGE`);
		expect(codeOf({ [name]: more })).toMatch(/_TOO_LARGE$/);
	});

	test("names the part that is more than its whole", () => {
		expect(codeOf({ orders_due: "10", orders_shipped_on_time: "10" })).toBeNull();
		expect(check({ orders_due: "10", orders_shipped_on_time: "11" })).toEqual({
			ok: false,
			code: "SHIPPED_EXCEEDS_DUE",
			column: "orders_shipped_on_time",
			value: "11",
		});
	});
});
