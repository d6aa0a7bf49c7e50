import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/platform/id/id";

afterEach(() => vi.useRealTimers());

describe("ids", () => {
	it("name their kind and have the length of a ULID", () => {
		expect(newId("usr")).toMatch(/^usr_[0-9a-hjkmnp-tv-z]{26}$/);
	});

	it("rise within a millisecond, over milliseconds, and when the clock is set back", () => {
		vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
		const ids = Array.from({ length: 500 }, () => newId("dec"));
		vi.advanceTimersByTime(1);
		ids.push(newId("dec"));
		vi.setSystemTime(Date.UTC(2029, 0, 1));
		ids.push(newId("dec"), newId("dec"));
		expect([...ids].sort()).toEqual(ids);
		expect(new Set(ids).size).toBe(ids.length);
	});
});
