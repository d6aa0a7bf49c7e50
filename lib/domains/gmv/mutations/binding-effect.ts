import "server-only";
import type { PoolClient } from "pg";
import type { Day } from "@/lib/platform/time";

/** What a change of a binding does to the books: net GMV of its days before and after, in fen. */
export type BindingEffect = {
	/** Days with GMV that are restated, and the first and last of them. */
	days: number;
	firstDay: Day | null;
	lastDay: Day | null;
	partnerName: string;
	partnerBeforeFen: bigint;
	partnerAfterFen: bigint;
	unattributedBeforeFen: bigint;
	unattributedAfterFen: bigint;
};

export type Books = { partnerFen: bigint; unattributedFen: bigint };

/** The partner's and the unattributed net GMV of some days, as the rollups have them now. */
export async function readBooks(client: PoolClient, partnerId: string, days: readonly Day[]): Promise<Books> {
	const { rows } = await client.query<Books>(
		`SELECT (SELECT coalesce(sum(paid_fen - refunded_fen), 0)::bigint FROM gmv_partner_days
		          WHERE partner_id = $1 AND day = ANY($2::date[])) AS "partnerFen",
		        (SELECT coalesce(sum(unattributed_paid_fen - unattributed_refunded_fen), 0)::bigint FROM gmv_platform_days
		          WHERE day = ANY($2::date[])) AS "unattributedFen"`,
		[partnerId, days],
	);
	return rows[0] ?? { partnerFen: 0n, unattributedFen: 0n };
}

export function makeEffect(
	partnerName: string,
	days: readonly Day[],
	before: Books,
	after: Books,
): BindingEffect {
	const sorted = [...days].sort();
	return {
		days: days.length,
		firstDay: sorted[0] ?? null,
		lastDay: sorted.at(-1) ?? null,
		partnerName,
		partnerBeforeFen: before.partnerFen,
		partnerAfterFen: after.partnerFen,
		unattributedBeforeFen: before.unattributedFen,
		unattributedAfterFen: after.unattributedFen,
	};
}

class Rehearsed extends Error {
	readonly result: object;

	constructor(result: object) {
		super("rehearsed");
		this.result = result;
	}
}

/** Ends a transaction that was only a rehearsal: nothing of it stays, its answer is given. */
export function endRehearsal(result: object): never {
	throw new Rehearsed(result);
}

export async function answerRehearsal<T extends object>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Rehearsed) return error.result as T;
		throw error;
	}
}
