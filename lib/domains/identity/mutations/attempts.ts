import "server-only";
import { createHash } from "node:crypto";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import type { AttemptLimits } from "../constants";
import { addressKey } from "../rules/address-key";

function keyOf(purpose: string, value: string): string {
	return createHash("sha256").update(`${purpose}:${value}`).digest("hex");
}

type Attempt = {
	/** The door that is guarded; each has a budget of its own. */
	purpose: "sign-in" | "registration" | "confirmation" | "password-reset" | "brand-request";
	email: string;
	address: string | null;
	limits: AttemptLimits;
};

/**
 * Takes one attempt out of the budget of the account and of the address, before the work it pays for; null when either is
 * used up. Written as failed until `settleAttempt`, under a lock per key, so that attempts made at once cannot share the
 * last place. An account's failures count since its last success, an address's in the whole window, because whoever owns
 * one account could wipe the slate otherwise.
 */
export async function takeAttempt({ purpose, email, address, limits }: Attempt): Promise<bigint | null> {
	const accountKey = keyOf(`${purpose}:account`, email);
	const fromKey = keyOf(`${purpose}:address`, addressKey(address));
	return inRawTransaction(async (client) => {
		// Accounts before addresses, always: two attempts never wait for each other in a circle.
		await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", [accountKey]);
		await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))", [fromKey]);
		await client.query(
			`DELETE FROM sign_in_attempts WHERE id IN (
			   SELECT id FROM sign_in_attempts
			    WHERE (account_key = $1 OR address_key = $2) AND at < now() - interval '1 day' FOR UPDATE SKIP LOCKED)`,
			[accountKey, fromKey],
		);
		const { rows } = await client.query<{ id: bigint }>(
			`INSERT INTO sign_in_attempts (account_key, address_key, succeeded)
			 SELECT $1, $2, false
			  WHERE (SELECT count(*) FROM sign_in_attempts
			          WHERE account_key = $1 AND NOT succeeded AND at > now() - make_interval(mins => $5)
			            AND id > coalesce((SELECT max(id) FROM sign_in_attempts WHERE account_key = $1 AND succeeded), 0)) < $3
			    AND (SELECT count(*) FROM sign_in_attempts
			          WHERE address_key = $2 AND NOT succeeded AND at > now() - make_interval(mins => $5)) < $4
			 RETURNING id`,
			[accountKey, fromKey, limits.account, limits.address, limits.windowMinutes],
		);
		return rows[0]?.id ?? null;
	});
}

/** Marks an attempt as rightful: it no longer counts against anybody. */
export async function settleAttempt(id: bigint): Promise<void> {
	await pool().query("UPDATE sign_in_attempts SET succeeded = true WHERE id = $1", [id]);
}
