import { toHalfWidth } from "@/lib/platform/money";

/** GB 32100-2015 leaves out I, O, S, V and Z. */
export const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
export const USCC_LENGTH = 18;
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714 counts letters in the full alphabet (A = 10 … Z = 35), unlike GB 32100. */
const ORG_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORG_START = 8;

export const usccCodes = ["LENGTH", "ALPHABET", "CHECK", "ORG_CODE"] as const;
export type UsccCode = (typeof usccCodes)[number];

export type UsccCheck =
	| { ok: true; uscc: string; orgCode: string }
	| { ok: false; code: "LENGTH"; uscc: string; length: number }
	/** `position` counts from 1. */
	| { ok: false; code: "ALPHABET"; uscc: string; position: number; character: string }
	/** The check character the other ones ask for, at position 18 or 17. */
	| { ok: false; code: "CHECK" | "ORG_CODE"; uscc: string; expected: string };

/** Full-width to half-width, blanks removed, upper case: what a person pastes to what the standard writes. */
export function normaliseUscc(raw: string): string {
	return toHalfWidth(raw).toUpperCase();
}

/**
 * Checks a unified social credit code by all of GB 32100-2015 and the organisation code in its characters 9–17 by
 * GB 11714 (domain.md §3.1). The first fault is told: a character outside the alphabet, the length, the check
 * character, the organisation code. It proves the form, not the registration.
 */
export function checkUscc(raw: string): UsccCheck {
	const uscc = normaliseUscc(raw);
	const characters = [...uscc];
	const bad = characters.findIndex((character) => !USCC_ALPHABET.includes(character));
	const character = characters[bad];
	if (character !== undefined) return { ok: false, code: "ALPHABET", uscc, position: bad + 1, character };
	if (characters.length !== USCC_LENGTH)
		return { ok: false, code: "LENGTH", uscc, length: characters.length };
	const expected = usccCheckCharacter(uscc);
	if (uscc[USCC_LENGTH - 1] !== expected) return { ok: false, code: "CHECK", uscc, expected };
	const orgCode = uscc.slice(ORG_START, ORG_START + 9);
	const expectedOrg = orgCheckCharacter(orgCode);
	if (orgCode[8] !== expectedOrg) return { ok: false, code: "ORG_CODE", uscc, expected: expectedOrg };
	return { ok: true, uscc, orgCode };
}

/** The 18th character that the first 17 ask for: any of the 31. */
export function usccCheckCharacter(uscc: string): string {
	const sum = weighted(uscc, USCC_WEIGHTS, USCC_ALPHABET);
	return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The 9th character that the first 8 of an organisation code ask for; ten is written X. */
export function orgCheckCharacter(orgCode: string): string {
	const check = (11 - (weighted(orgCode, ORG_WEIGHTS, ORG_ALPHABET) % 11)) % 11;
	return check === 10 ? "X" : String(check);
}

/** A well-formed code from its 8-character head (authority, kind, region) and the 8-character body of its organisation code. */
export function completeUscc(head: string, orgBody: string): string {
	const first = head + orgBody + orgCheckCharacter(orgBody);
	return first + usccCheckCharacter(first);
}

function weighted(text: string, weights: readonly number[], alphabet: string): number {
	return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);
}
