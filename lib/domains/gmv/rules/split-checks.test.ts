import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkKey, splitChecks } from "@/lib/domains/gmv/rules/split-checks";
import english from "@/lib/platform/i18n/messages/en/proofs.json";
import chinese from "@/lib/platform/i18n/messages/zh-CN/proofs.json";

const invariants = readFileSync("prisma/sql/invariants.sql", "utf8");

test("each part stands alone behind the common expressions; unions inside a part stay inside", () => {
	const statement = `-- why
WITH a AS (SELECT 1)

SELECT 'one' AS invariant, 'x' AS detail FROM (
    SELECT 1
    UNION ALL
    SELECT 2
  ) x

UNION ALL
-- another
SELECT 'two is more', format('%s', 2) FROM a
;
`;
	const checks = splitChecks(statement);
	expect(checks.map(({ name }) => name)).toEqual(["one", "two is more"]);
	const [one, two] = checks.map(({ sql }) => sql);
	expect(one).toMatch(/^-- why\nWITH a AS \(SELECT 1\)\n\nSELECT \* FROM \(\nSELECT 'one'/);
	expect(one).toMatch(/SELECT 2\n {2}\) x\n\) AS found \(invariant, detail\)$/);
	expect(two).toMatch(
		/FROM \(\n-- another\nSELECT 'two is more'.* FROM a\n\) AS found \(invariant, detail\)$/,
	);
	expect(() => splitChecks("SELECT 'one' AS a\nUNION ALL\nSELECT 1")).toThrow("without a name");
});

test("no check of the invariants is lost, and each has its name in both languages (messages `proofs.checks`)", () => {
	const checks = splitChecks(invariants);
	expect(checks).toHaveLength(invariants.match(/^SELECT '/gm)?.length ?? 0);
	expect(checks.length).toBeGreaterThan(20);
	const keys = checks.map(({ name }) => checkKey(name));
	expect(new Set(keys).size).toBe(checks.length);
	expect(keys.filter((key) => !(key in chinese.checks) || !(key in english.checks))).toEqual([]);
});
