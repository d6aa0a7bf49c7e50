import "server-only";
import type { PoolClient } from "pg";
import { inRawTransaction } from "@/lib/platform/db/pool";
import type { Outcome, Refusal } from "@/lib/platform/errors/errors";

class RolledBack extends Error {
	readonly refusal: Refusal;

	constructor(refusal: Refusal) {
		super(refusal.reason);
		this.refusal = refusal;
	}
}

/** Runs `work` in one raw transaction that is committed only when it answers `ok`: a business "no" leaves nothing behind. */
export async function inLedgerTransaction<Value extends object>(
	work: (client: PoolClient) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
	try {
		return await inRawTransaction(async (client) => {
			const outcome = await work(client);
			if (!outcome.ok) throw new RolledBack(outcome);
			return outcome;
		});
	} catch (error) {
		if (error instanceof RolledBack) return error.refusal;
		throw error;
	}
}
