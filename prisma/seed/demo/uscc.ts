import type { City } from "./geography";
import type { Random } from "./random";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** GB 11714: digits count as themselves, letters from A = 10; 10 is written X and 11 is written 0. */
function organisationCheck(body: string): string {
	const sum = organisationWeights.reduce(
		(total, weight, index) => total + weight * Number.parseInt(body.charAt(index), 36),
		0,
	);
	const check = (11 - (sum % 11)) % 11;
	return check === 10 ? "X" : String(check);
}

/** GB 32100-2015. */
function usccCheck(body: string): string {
	const sum = weights.reduce(
		(total, weight, index) => total + weight * alphabet.indexOf(body.charAt(index)),
		0,
	);
	return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * A well-formed unified social credit code of an enterprise (91) in a city. Its organisation code begins with MW, a
 * series that has not been issued, so that no real company is meant.
 */
export function fictionalUscc(random: Random, city: City): string {
	const organisation = `MW${random.text("0123456789ABCDEFGHJKLMNPQRTUWXY", 6)}`;
	const body = `91${city.code}${organisation}${organisationCheck(organisation)}`;
	return `${body}${usccCheck(body)}`;
}
