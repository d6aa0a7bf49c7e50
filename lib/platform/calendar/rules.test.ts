import { expect, test } from "vitest";
import { missingYearOn, readCalendarList, spansOf, weeksOf } from "@/lib/platform/calendar/rules";

test("a pasted list is read in the forms people write, and a known festival brings its English name", () => {
	const { days, errors } = readCalendarList(
		"日期,安排,名称,英文\n2027-01-01~2027-01-03，放假，元旦\n２０２７年1月9日\t上班\t元旦调休上班\tWorked\n",
	);
	expect(errors).toEqual([]);
	expect(days.map(({ day }) => day)).toEqual(["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-09"]);
	expect(days[0]).toMatchObject({ isWorkday: false, nameEn: "New Year’s Day" });
	expect(spansOf(days)).toHaveLength(2);
});

test("every fault has its row, its column and its reason", () => {
	const { errors } = readCalendarList(
		"2027-02-30,放假,春节\n2027-01-04,上班,补班,Worked\n2027-05-01,也许,劳动节\n2027-05-02,放假,,\n2027-05-03,放假,劳动节\n2027-05-03,放假,劳动节",
	);
	expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
		[1, "day", "DAY_INVALID"],
		[2, "day", "ORDINARY_WORKDAY"],
		[3, "kind", "KIND_UNKNOWN"],
		[4, "nameZh", "REQUIRED"],
		[4, "nameEn", "REQUIRED"],
		[6, "day", "DAY_TWICE"],
	]);
});

test("the next year is missed from November on, this one always", () => {
	expect(missingYearOn("2026-10-31", [2026])).toBeNull();
	expect(missingYearOn("2026-11-01", [2026])).toBe(2027);
	expect(missingYearOn("2026-11-01", [2026, 2027])).toBeNull();
	expect(missingYearOn("2027-01-01", [2026])).toBe(2027);
});

test("weeks begin on Monday and hold the whole month", () => {
	const weeks = weeksOf("2026-02");
	expect(weeks[0]?.filter(Boolean)).toEqual(["2026-02-01"]);
	expect(weeks.flat().filter(Boolean)).toHaveLength(28);
});
