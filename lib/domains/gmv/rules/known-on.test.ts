import { expect, test } from "vitest";
import { isMinute, lastDayKnown, parseKnownOn } from "@/lib/domains/gmv/rules/known-on";
import { explorerFilterSchema } from "@/lib/domains/gmv/schema/explorer";

test("a minute of Asia/Shanghai is an instant; what is none asks for nothing", () => {
	expect(parseKnownOn("2026-10-01T00:00")?.toISOString()).toBe("2026-09-30T16:00:00.000Z");
	expect(parseKnownOn("2026-10-01T23:59")?.toISOString()).toBe("2026-10-01T15:59:00.000Z");
	for (const text of ["", "2026-10-01", "2026-02-30T00:00", "2026-10-01T24:00", "2026-10-01T00:60", "now"]) {
		expect(isMinute(text)).toBe(false);
		expect(parseKnownOn(text)).toBeNull();
	}
});

test("of the address, seconds are dropped and nonsense is not heard", () => {
	const read = (knownOn: string) => explorerFilterSchema.parse({ knownOn }).knownOn;
	expect(read("2026-10-01T08:30")).toBe("2026-10-01T08:30");
	expect(read("2026-10-01T08:30:59")).toBe("2026-10-01T08:30");
	expect(read("2026-13-01T08:30")).toBe("");
	expect(explorerFilterSchema.parse({}).knownOn).toBe("");
});

test("nothing of the day after the next is known before it begins in Asia/Shanghai", () => {
	expect(lastDayKnown(new Date("2026-10-01T15:59:59.999Z"))).toBe("2026-10-02");
	expect(lastDayKnown(new Date("2026-10-01T16:00:00.000Z"))).toBe("2026-10-03");
});
