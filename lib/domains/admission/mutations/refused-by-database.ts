import "server-only";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";

/** What the triggers say (migration enforce_admission_and_exit), and the code a rule would have answered with. */
const sayings = [
	["a declared conflict of interest", "CONFLICT_OF_INTEREST"],
	["others review anew", "REVIEWED_ANEW_BY_OTHERS"],
	["somebody who had no part in the decision", "APPEAL_NOT_IMPARTIAL"],
] as const;

function codeOf(error: unknown): string | null {
	if (!(error instanceof Error)) return null;
	const known = sayings.find(([words]) => error.message.includes(words));
	return known?.[1] ?? codeOf(error.cause);
}

/**
 * Runs a mutation whose rules were checked first. Where the database finds the person bound to the case all the same (a
 * declaration came in between), its refusal is told by the same code.
 */
export async function refusingTheBound<Value extends object>(
	work: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
	try {
		return await work();
	} catch (error) {
		const code = codeOf(error);
		if (!code) throw error;
		return refuse(code);
	}
}
