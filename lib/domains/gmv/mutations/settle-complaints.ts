import "server-only";
import type { PoolClient } from "pg";
import type { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import type { RehearsalResult } from "@/lib/domains/gmv/types";

/** A shop the portal has never seen becomes an unattributed one, as with sales. */
export async function settleComplaints(client: PoolClient, batchId: string, shops: ShopList): Promise<void> {
	const { rows } = await client.query<{ code: string }>(
		"SELECT DISTINCT shop_code AS code FROM complaint_days WHERE batch_id = $1 ORDER BY 1",
		[batchId],
	);
	for (const { code } of rows) shops.numberOf(code);
	await shops.resolve(client);
}

/** What a batch of complaints comes to. */
export async function describeComplaints(
	client: PoolClient,
	batchId: string,
): Promise<Partial<RehearsalResult>> {
	const { rows } = await client.query<
		NonNullable<RehearsalResult["complaints"]> & Pick<RehearsalResult, "shops" | "fromDay" | "toDay">
	>(
		`SELECT coalesce(sum(complaints) FILTER (WHERE kind = 'content'), 0)::int AS content,
		        coalesce(sum(complaints) FILTER (WHERE kind = 'price'), 0)::int AS price,
		        count(*) FILTER (WHERE EXISTS (SELECT FROM complaint_days o
		          WHERE o.shop_code = c.shop_code AND o.day = c.day AND o.kind = c.kind AND o.revision < c.revision))::int AS corrections,
		        count(DISTINCT shop_code)::int AS shops, min(day)::text AS "fromDay", max(day)::text AS "toDay"
		   FROM complaint_days c WHERE batch_id = $1`,
		[batchId],
	);
	const [row] = rows;
	if (!row) return {};
	const { shops, fromDay, toDay, ...complaints } = row;
	return { shops, fromDay, toDay, complaints };
}
