import "server-only";
import { readGuaranteePolicy } from "@/lib/domains/trust/data/policies";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { TrustDocument } from "@/lib/domains/trust/types/policy";
import { pool } from "@/lib/platform/db/pool";
import { businessDayOf } from "@/lib/platform/time";

export type PublicLine = {
	readonly guarantee: Guarantee;
	/** Since when without a gap: newer terms and other ceilings do not begin it anew. */
	readonly since: Date;
	readonly version: number;
	readonly document: TrustDocument;
	readonly orderCeilingFen: bigint | null;
};

export type PublicCard = {
	readonly code: string;
	readonly name: string;
	readonly lines: readonly PublicLine[];
};

type Row = {
	code: string;
	name: string | null;
	guarantee: Guarantee | null;
	since: Date;
	orderCeilingFen: bigint | null;
};

/** What holds for a shop now, for anybody; null for a shop nobody knows, or one that belongs to no brand. */
export async function findPublicCard(code: string, now: Date): Promise<PublicCard | null> {
	const { rows } = await pool().query<Row>(
		`SELECT s.code, s.name, h.guarantee, h.order_ceiling_fen AS "orderCeilingFen", (
		          WITH RECURSIVE before AS (
		            SELECT h.held_from AS at UNION ALL
		            SELECT p.held_from FROM before JOIN trust_holdings p ON p.shop_id = h.shop_id
		               AND p.guarantee = h.guarantee AND p.held_to = before.at AND p.held_from < before.at)
		          SELECT min(at) FROM before) AS since
		   FROM shops s
		   LEFT JOIN trust_holdings h ON h.shop_id = s.id AND trust_held(s.id, h.guarantee, $2)
		        AND h.held_from <= $2 AND (h.held_to IS NULL OR $2 < h.held_to)
		  WHERE s.code = $1 AND s.brand_id IS NOT NULL ORDER BY h.guarantee`,
		[code, now],
	);
	const [first] = rows;
	if (!first) return null;
	const today = businessDayOf(now);
	const held = rows.filter((row): row is Row & { guarantee: Guarantee } => row.guarantee !== null);
	const lines = await Promise.all(
		held.map(async ({ guarantee, since, orderCeilingFen }) => {
			const { version, document } = await readGuaranteePolicy(guarantee, today);
			return { guarantee, since, orderCeilingFen, version, document };
		}),
	);
	return { code: first.code, name: first.name ?? first.code, lines };
}
