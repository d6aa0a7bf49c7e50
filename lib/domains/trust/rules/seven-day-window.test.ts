import { expect, test } from "vitest";
import { isInTime, returnWindow } from "@/lib/domains/trust/rules/seven-day-window";

const plain = { windowDays: 7, rollsOverHolidays: false };
const rolling = { windowDays: 7, rollsOverHolidays: true };
const at = (text: string) => new Date(`${text}+08:00`);

test("signed on 1 March: from the 2nd through 24:00 of the 8th", () => {
	const window = returnWindow("2026-03-01", plain, {});
	expect(window).toEqual({ opensOn: "2026-03-02", lastDay: "2026-03-08", movedFrom: null });
	expect(isInTime(at("2026-03-08T23:59:59.999"), window)).toBe(true);
	expect(isInTime(at("2026-03-09T00:00:00"), window)).toBe(false);
	expect(isInTime(at("2026-03-01T09:00:00"), window)).toBe(true);
});

test("the month's and the leap year's ends are days like others", () => {
	expect(returnWindow("2028-02-22", plain, {}).lastDay).toBe("2028-02-29");
	expect(returnWindow("2027-02-22", plain, {}).lastDay).toBe("2027-03-01");
});

test("with the roll-over a last day that is no working day moves to the next one, and not without", () => {
	expect(returnWindow("2026-03-01", rolling, {})).toMatchObject({
		lastDay: "2026-03-09",
		movedFrom: "2026-03-08",
	});
	expect(returnWindow("2026-03-02", rolling, {})).toMatchObject({ lastDay: "2026-03-09", movedFrom: null });
});

test("the holidays and the worked weekends of the calendar decide", () => {
	const calendar = { "2026-10-01": false, "2026-10-02": false, "2026-10-05": false, "2026-10-10": true };
	expect(returnWindow("2026-09-23", rolling, calendar).lastDay).toBe("2026-09-30");
	expect(returnWindow("2026-09-24", rolling, calendar)).toMatchObject({
		lastDay: "2026-10-06",
		movedFrom: "2026-10-01",
	});
	expect(returnWindow("2026-10-03", rolling, calendar)).toMatchObject({
		lastDay: "2026-10-10",
		movedFrom: null,
	});
});
