import { completeUscc, USCC_ALPHABET } from "@/lib/domains/admission/rules/uscc";
import type { City } from "./geography";
import type { Random } from "./random";

/**
 * A well-formed unified social credit code of an enterprise (91) in a city. Its organisation code begins with MW, a
 * series that has not been issued, so that no real company is meant.
 */
export function fictionalUscc(random: Random, city: City): string {
	return completeUscc(`91${city.code}`, `MW${random.text(USCC_ALPHABET, 6)}`);
}
