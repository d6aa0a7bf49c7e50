import { expect, test } from "vitest";
import { liveSessionColumns, makeLiveSessionCheck } from "@/lib/domains/gmv/rules/check-live-session";
import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import { matchHeader } from "@/lib/domains/gmv/rules/match-header";
import { numberToDay } from "@/lib/domains/gmv/rules/parse-fields";

const columns = columnsOf("LIVE_SESSION");
const session = {
	shop_id: "S-1",
	session_id: "L-1",
	channel: "品牌自播",
	started_at: "2026-03-01 23:30:00",
	ended_at: "2026-03-02 01:10:00",
};

function check(values: Partial<Record<string, string>>) {
	const matched = matchHeader(columns, liveSessionColumns);
	if (!matched.ok) throw new Error(matched.code);
	const row: Record<string, string> = { ...session, ...values };
	return makeLiveSessionCheck(matched.layout, "2026-03-31")(columns.map((column) => row[column] ?? ""));
}

test("a session over midnight stands whole on the day it began", () => {
	const checked = check({});
	if (!checked.ok) return expect.fail(checked.code);
	expect(numberToDay(checked.row.dayNumber)).toBe("2026-03-01");
	expect(checked.row).toMatchObject({
		channel: "self_live",
		revision: 1,
		paidFen: 0,
		isWithdrawn: false,
	});
	expect(checked.row.endSecond - checked.row.startSecond).toBe(6000);
});

test.each([
	["2026-03-01 23:29:59", "SESSION_ENDS_BEFORE_START"],
	["2026-03-01 23:30:00", "SESSION_TOO_SHORT"],
	["2026-03-01 23:30:59", "SESSION_TOO_SHORT"],
	["2026-03-01 23:31:00", null],
	["2026-03-02 23:30:00", null],
	["2026-03-02 23:30:01", "SESSION_TOO_LONG"],
	["2026-04-01 00:00:00", "DATE_OUT_OF_RANGE"],
	["", "VALUE_MISSING"],
])("an end at %s is answered with %s", (ended_at, code) => {
	const checked = check({ ended_at });
	expect(checked.ok ? null : [checked.column, checked.code]).toEqual(code && ["ended_at", code]);
});

test.each([
	["shop_id", "", "VALUE_MISSING"],
	["session_id", "x".repeat(65), "TEXT_TOO_LONG"],
	["channel", "", "VALUE_MISSING"],
	["channel", "电视", "CHANNEL_UNKNOWN"],
	["started_at", "2026-02-29 10:00:00", "DATE_INVALID"],
	["paid", "-1", "AMOUNT_NEGATIVE"],
	["revision", "0", "REVISION_NOT_POSITIVE"],
	["withdrawn", "maybe", "FLAG_INVALID"],
])("%s %j is refused: %s", (column, value, code) => {
	expect(check({ [column]: value })).toMatchObject({ ok: false, column, value, code });
});

test("a withdrawal is a higher revision that says so", () => {
	expect(check({ revision: "2", withdrawn: "是" })).toMatchObject({
		ok: true,
		row: { revision: 2, isWithdrawn: true },
	});
});
