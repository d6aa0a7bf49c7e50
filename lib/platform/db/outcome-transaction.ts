import "server-only";
import type { Outcome, Refusal } from "@/lib/platform/errors/errors";
import { inTransaction, type Tx } from "./client";

class RolledBack extends Error {
	readonly refusal: Refusal;

	constructor(refusal: Refusal) {
		super(refusal.reason);
		this.refusal = refusal;
	}
}

/** Runs `work` in one transaction that is committed only when it answers `ok`: a business "no" leaves nothing behind. */
export async function inOutcomeTransaction<Value extends object>(
	work: (tx: Tx) => Promise<Outcome<Value>>,
	options: { timeout?: number } = {},
): Promise<Outcome<Value>> {
	try {
		return await inTransaction(async (tx) => {
			const outcome = await work(tx);
			if (!outcome.ok) throw new RolledBack(outcome);
			return outcome;
		}, options);
	} catch (error) {
		if (error instanceof RolledBack) return error.refusal;
		throw error;
	}
}
