import { expect, test } from "vitest";
import { traceStreamlines } from "./flow-field";

test("the same streamlines for every reader, each a finite path", () => {
	const lines = traceStreamlines(20);
	expect(lines).toEqual(traceStreamlines(20));
	expect(lines).toHaveLength(20);
	for (const line of lines) expect(line).toMatch(/^M-?[\d.]+ -?[\d.]+(Q[-\d. ]+)+$/);
});
