import { expect, test } from "vitest";
import { compareYear } from "@/lib/domains/playbook/rules/year-on-year";

const of = (beforeFen: bigint | null, beforeDays: number) =>
	compareYear({ netFen: 3_000n, beforeFen, beforeDays });

test("growth is shown from fourteen days with sales a year before, and a warning below", () => {
	expect(of(2_000n, 14)).toEqual({
		kind: "CHANGE",
		change: { baseFen: 2_000n, changeFen: 1_000n, bps: 5_000 },
	});
	expect(of(2_000n, 13)).toEqual({ kind: "FEW_DAYS", days: 13 });
	expect(of(-500n, 0)).toEqual({ kind: "FEW_DAYS", days: 0 });
	expect(of(null, 0)).toEqual({ kind: "NONE" });
	expect(of(0n, 0)).toEqual({ kind: "NONE" });
	expect(of(0n, 14)).toMatchObject({ change: { bps: null } });
});
