import { expect, test } from "vitest";
import {
	deadlineOf,
	explanationsFrom,
	isInTime,
	mayBegin,
} from "@/lib/domains/certification/rules/sitting-clock";

const at = (text: string) => new Date(`2026-08-01T${text}+08:00`);

test("the time runs from the start, with the extra time somebody was given", () => {
	expect(deadlineOf(at("09:00:00"), { minutes: 60, extraPercent: 0 })).toEqual(at("10:00:00"));
	expect(deadlineOf(at("09:00:00"), { minutes: 60, extraPercent: 25 })).toEqual(at("10:15:00"));
});

test("the grace is five seconds and not a millisecond more", () => {
	expect(isInTime(at("10:00:05.000"), at("10:00:00"))).toBe(true);
	expect(isInTime(at("10:00:05.001"), at("10:00:00"))).toBe(false);
});

test("a window admits from its opening until before its close", () => {
	const window = { opensAt: at("09:00:00"), closesAt: at("17:00:00") };
	expect(mayBegin(at("08:59:59.999"), window)).toBe(false);
	expect(mayBegin(at("09:00:00"), window)).toBe(true);
	expect(mayBegin(at("16:59:59.999"), window)).toBe(true);
	expect(mayBegin(at("17:00:00"), window)).toBe(false);
	expect(mayBegin(new Date("2030-01-01T00:00:00Z"), { ...window, closesAt: null })).toBe(true);
});

test("explanations wait until nobody of the window can still be sitting", () => {
	expect(explanationsFrom(at("17:00:00"), 90)).toEqual(at("18:30:05"));
	expect(explanationsFrom(null, 90)).toBeNull();
});
