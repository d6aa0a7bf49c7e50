import "server-only";
import type { PoolClient } from "pg";
import type { Day } from "@/lib/platform/time";

/** What a binding was before it was changed; `fromDay` null where it did not count. */
export type BindingBefore = { id: string; fromDay: Day | null; toDay: Day | null };

/**
 * Keeps what confirmed bindings were until `knownAt`, so that attribution can be told as it was known before. Call it with
 * every change of a confirmed binding, in its transaction and with the instant its totals are known from.
 */
export async function noteBindings(
	client: PoolClient,
	knownAt: Date,
	before: readonly BindingBefore[],
): Promise<void> {
	if (before.length === 0) return;
	await client.query(
		`INSERT INTO shop_binding_changes (binding_id, known_at, from_day, to_day)
		 SELECT id, $1, from_day, to_day FROM unnest($2::text[], $3::date[], $4::date[]) AS b (id, from_day, to_day)
		 ON CONFLICT (binding_id, known_at) DO NOTHING`,
		[
			knownAt,
			before.map(({ id }) => id),
			before.map(({ fromDay }) => fromDay),
			before.map(({ toDay }) => toDay),
		],
	);
}
