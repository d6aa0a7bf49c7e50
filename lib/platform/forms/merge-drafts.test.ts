import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeDrafts, replaceAt } from "@/lib/platform/forms/merge-drafts";

const base = { company: { name: "甲", uscc: "" }, tracks: ["a"], note: "" };

describe("mergeDrafts", () => {
	test("takes each side's own changes", () => {
		const mine = { ...base, company: { name: "甲", uscc: "91" } };
		const theirs = { ...base, company: { name: "乙", uscc: "" }, tracks: ["a", "b"] };
		expect(mergeDrafts(base, mine, theirs)).toEqual({
			merged: { company: { name: "乙", uscc: "91" }, tracks: ["a", "b"], note: "" },
			conflicts: [],
		});
	});

	test("names a field both sides changed differently, and keeps mine until somebody chooses", () => {
		const mine = { ...base, company: { name: "丙", uscc: "" } };
		const theirs = { ...base, company: { name: "乙", uscc: "" }, note: "n" };
		expect(mergeDrafts(base, mine, theirs)).toEqual({
			merged: { company: { name: "丙", uscc: "" }, tracks: ["a"], note: "n" },
			conflicts: [{ path: "company.name", mine: "丙", theirs: "乙" }],
		});
	});

	test("sees no difference in the order of keys", () => {
		const shuffled = { note: "", tracks: ["a"], company: { uscc: "", name: "甲" } };
		expect(mergeDrafts(base, { ...base, note: "mine" }, shuffled).conflicts).toEqual([]);
	});

	test("loses no change and reports every clash", () => {
		const draft = fc.record({
			a: fc.nat(2),
			b: fc.record({ c: fc.nat(2), d: fc.array(fc.nat(1), { maxLength: 2 }) }),
		});
		fc.assert(
			fc.property(draft, draft, draft, (from, mine, theirs) => {
				const { merged, conflicts } = mergeDrafts(from, mine, theirs);
				const leaves = (value: typeof from) => ({ a: value.a, "b.c": value.b.c, "b.d": `${value.b.d}` });
				const [o, m, t, r] = [leaves(from), leaves(mine), leaves(theirs), leaves(merged)];
				for (const path of ["a", "b.c", "b.d"] as const) {
					const clash = m[path] !== t[path] && m[path] !== o[path] && t[path] !== o[path];
					expect(conflicts.some((conflict) => conflict.path === path)).toBe(clash);
					expect(r[path]).toBe(m[path] === o[path] ? t[path] : m[path]);
				}
			}),
		);
	});
});

test("replaceAt changes one field and nothing else", () => {
	expect(replaceAt(base, "company.uscc", "X")).toEqual({ ...base, company: { name: "甲", uscc: "X" } });
	expect(replaceAt(base, "facts.supply.factories", 2)).toEqual({
		...base,
		facts: { supply: { factories: 2 } },
	});
	expect(base.company.uscc).toBe("");
});
