import { expect, test } from "vitest";
import { complaintDayColumns, makeComplaintDayCheck } from "@/lib/domains/gmv/rules/check-complaint-day";
import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import { matchHeader } from "@/lib/domains/gmv/rules/match-header";
import { numberToDay } from "@/lib/domains/gmv/rules/parse-fields";

const columns = columnsOf("COMPLAINT_DAY");
const line = { shop_id: "S-1", day: "2026-03-01", complaint_kind: "内容投诉", complaints: "3" };

function check(values: Partial<Record<string, string>>) {
	const matched = matchHeader(columns, complaintDayColumns);
	if (!matched.ok) throw new Error(matched.code);
	const row: Record<string, string> = { ...line, ...values };
	return makeComplaintDayCheck(matched.layout, "2026-03-31")(columns.map((column) => row[column] ?? ""));
}

test("a day's complaints, none among them, in the words of both languages", () => {
	const checked = check({});
	if (!checked.ok) return expect.fail(checked.code);
	expect(numberToDay(checked.row.dayNumber)).toBe("2026-03-01");
	expect(checked.row).toMatchObject({ kind: "content", complaints: 3, revision: 1 });
	expect(check({ complaint_kind: "price", complaints: "0", revision: "2" })).toMatchObject({
		ok: true,
		row: { kind: "price", complaints: 0, revision: 2 },
	});
});

test.each([
	["shop_id", "", "VALUE_MISSING"],
	["day", "2026-04-01", "DATE_OUT_OF_RANGE"],
	["day", "2026-02-29", "DATE_INVALID"],
	["complaint_kind", "", "VALUE_MISSING"],
	["complaint_kind", "物流", "COMPLAINT_KIND_UNKNOWN"],
	["complaints", "-1", "NUMBER_NEGATIVE"],
	["complaints", "1.5", "NUMBER_INVALID"],
	["revision", "0", "REVISION_NOT_POSITIVE"],
])("%s %j is refused: %s", (column, value, code) => {
	expect(check({ [column]: value })).toMatchObject({ ok: false, column, value, code });
});
