import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	checkUscc,
	completeUscc,
	normaliseUscc,
	orgCheckCharacter,
	USCC_ALPHABET,
	usccCheckCharacter,
} from "@/lib/domains/admission/rules/uscc";

const valid = [
	"914403001922038216",
	"91440300192317458F",
	"91350900587527783P",
	"91110108551385082Q",
	"91440300708461136T",
	"91330100799655058B",
	"91350100M000100Y43",
];

describe("a unified social credit code", () => {
	test.each(valid)("%s is valid, its organisation code too", (uscc) => {
		expect(checkUscc(uscc)).toEqual({ ok: true, uscc, orgCode: uscc.slice(8, 17) });
		expect(orgCheckCharacter(uscc.slice(8, 16))).toBe(uscc[16]);
	});

	test("the golden codes end on figures and on letters", () => {
		expect(new Set(valid.map((uscc) => uscc.at(-1)))).toEqual(new Set("6FPQTB3"));
	});

	test.each([
		["91110000800088421P", "W"],
		["9133010057462616XH", "9"],
		["91110108717809965C", "J"],
	])("%s asks for the check character %s", (uscc, expected) => {
		expect(checkUscc(uscc)).toEqual({ ok: false, code: "CHECK", uscc, expected });
	});

	test("letters of an organisation code count A = 10 … Z = 35", () => {
		// Issued codes with letters from L on, where the two alphabets part ways.
		for (const orgCode of ["MA27XMXJ2", "MA2WU62D9", "MA9G8T190", "MA2KCY648"])
			expect(orgCheckCharacter(orgCode)).toBe(orgCode[8]);
	});

	test("a right check character over a wrong organisation code is told apart", () => {
		const first = "91440300192317459";
		const uscc = first + usccCheckCharacter(first);
		expect(checkUscc(uscc)).toEqual({ ok: false, code: "ORG_CODE", uscc, expected: "8" });
	});

	test.each([
		["", 0],
		["9144030019231745", 16],
		["91440300192317458", 17],
		["91440300192317458F0", 19],
	])("%s has the wrong length", (raw, length) => {
		expect(checkUscc(raw)).toMatchObject({ ok: false, code: "LENGTH", length });
	});

	test.each([
		["9144O300192317458F", "O", 5],
		["9I440300192317458F", "I", 2],
		["S", "S", 1],
		["91440300192317458V", "V", 18],
		["Z1440300192317458F", "Z", 1],
		["91440300-192317458F", "-", 9],
		["造风者", "造", 1],
		["91😀", "😀", 3],
	])("%s holds %s at %i", (raw, character, position) => {
		expect(checkUscc(raw)).toMatchObject({ ok: false, code: "ALPHABET", character, position });
	});

	test("is normalised: full-width, blanks, lower case", () => {
		expect(normaliseUscc(" ９１４４ 0300\u30001923\u00a017458ｆ\n")).toBe("91440300192317458F");
		expect(checkUscc("91440300192317458f").ok).toBe(true);
	});
});

const letters = (n: number) =>
	fc.array(fc.constantFrom(...USCC_ALPHABET), { minLength: n, maxLength: n }).map((list) => list.join(""));

describe("properties", () => {
	test("a completed code is valid, and every single changed character is found out", () => {
		fc.assert(
			fc.property(letters(8), letters(8), fc.nat(17), fc.nat(29), (head, body, at, step) => {
				const uscc = completeUscc(head, body);
				expect(checkUscc(uscc)).toMatchObject({ ok: true, uscc });
				const other = USCC_ALPHABET.charAt((USCC_ALPHABET.indexOf(uscc.charAt(at)) + step + 1) % 31);
				expect(checkUscc(uscc.slice(0, at) + other + uscc.slice(at + 1)).ok).toBe(false);
			}),
		);
	});

	test("two neighbours swapped in the first 17 characters are found out", () => {
		fc.assert(
			fc.property(letters(8), letters(8), fc.nat(15), (head, body, at) => {
				const uscc = completeUscc(head, body);
				const [a, b] = [uscc.charAt(at), uscc.charAt(at + 1)];
				if (a === b) return;
				expect(checkUscc(uscc.slice(0, at) + b + a + uscc.slice(at + 2)).ok).toBe(false);
			}),
		);
	});

	test("no text makes it throw", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
				expect(typeof checkUscc(text).ok).toBe("boolean");
			}),
		);
	});
});
