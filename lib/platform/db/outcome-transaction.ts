import "server-only";
import type { PoolClient } from "pg";
import type { Outcome, Refusal } from "@/lib/platform/errors/errors";
import { inTransaction, type Tx } from "./client";
import { inRawTransaction } from "./pool";

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

/** The same in a raw `pg` transaction. */
export async function inRawOutcomeTransaction<Value extends object>(
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
