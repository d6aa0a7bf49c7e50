import { expect, test } from "vitest";
import { ageOn } from "@/lib/domains/admission/rules/company-age";

test.each([
	["2019-03-18", "2026-11-22", 7, 8],
	["2019-03-18", "2026-03-17", 6, 11],
	["2019-03-18", "2026-03-18", 7, 0],
	["2024-02-29", "2025-02-28", 1, 0],
	["2026-11-01", "2026-11-22", 0, 0],
	["2027-01-01", "2026-11-22", 0, 0],
])("%s on %s: %i years %i months", (founded, asOf, years, months) => {
	expect(ageOn(founded, asOf)).toEqual({ years, months });
});
