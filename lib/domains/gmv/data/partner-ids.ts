import "server-only";
import type { PoolClient } from "pg";
import type { PartnerIds } from "@/lib/domains/gmv/types";

/** Every partner by its id, and by its 统一社会信用代码 the one that has not exited, or else the last that has. */
export async function readPartnerIds(client: PoolClient): Promise<PartnerIds> {
	const { rows } = await client.query<{ id: string; uscc: string }>(
		"SELECT id, uscc FROM partners ORDER BY status <> 'EXITED', exited_on, id",
	);
	return new Map(
		rows.flatMap(({ id, uscc }): [string, string][] => [
			[uscc.toUpperCase(), id],
			[id, id],
		]),
	);
}
