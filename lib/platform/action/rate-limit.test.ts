import { expect, test } from "vitest";
import { createRateLimit } from "@/lib/platform/action/rate-limit";

test("counts per key within a window that moves on", () => {
	const allows = createRateLimit({ count: 2, windowMs: 1_000 });
	expect([allows("a", 0), allows("a", 10), allows("a", 20)]).toEqual([true, true, false]);
	expect(allows("b", 20)).toBe(true);
	expect(allows("a", 999)).toBe(false);
	expect(allows("a", 1_000)).toBe(true);
	expect(allows("a", 1_005)).toBe(false);
});
