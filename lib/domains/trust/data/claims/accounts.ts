import "server-only";
import type { AccountRow, EntryRow } from "@/lib/domains/trust/types/claim-views";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { BrandScope, PlatformScope } from "@/lib/platform/session/scope";

export const accountsShown = 100;
export const entriesShown = 200;

const ACCOUNTS = `SELECT a.shop_id AS "shopId", s.code AS "shopCode", s.name AS "shopName", a.balance_fen AS "balanceFen",
		coalesce(q.count, 0)::int AS queued, coalesce(q.sum, 0)::bigint AS "queuedFen",
		(SELECT max(e.at) FROM trust_entries e WHERE a.id IN (e.from_account, e.to_account)) AS "lastAt"
	  FROM trust_accounts a LEFT JOIN shops s ON s.id = a.shop_id
	  LEFT JOIN LATERAL (SELECT count(*) AS count, sum(c.amount_fen) AS sum FROM trust_claims c
	    WHERE c.payment_state = 'QUEUED' AND CASE WHEN a.shop_id IS NULL THEN c.payer = 'PLATFORM'
	          ELSE c.payer = 'SHOP' AND c.shop_id = a.shop_id END) q ON true`;

/** Accounts with what waits for them, those in want first; of a brand, those of its own shops. */
export async function listAccounts(scope: PlatformScope | BrandScope, q: string): Promise<AccountRow[]> {
	const values: unknown[] = [];
	const use = (value: unknown) => `$${values.push(value)}`;
	const parts = ["true"];
	if (scope.workspace === "brand") parts.push(`a.organisation_id = ${use(scope.organisationId)}`);
	if (q) parts.push(`(s.code = ${use(q)} OR s.name ILIKE ${use(likePattern(q))})`);
	const { rows } = await pool().query<AccountRow>(
		`${ACCOUNTS} WHERE ${parts.join(" AND ")}
		  ORDER BY a.shop_id IS NOT NULL, coalesce(q.sum, 0) DESC, a.id LIMIT ${accountsShown}`,
		values,
	);
	return rows;
}

/** One account, or null where the scope has none of this name. */
export async function findAccount(
	scope: PlatformScope | BrandScope,
	shopId: number | null,
): Promise<AccountRow | null> {
	const own = scope.workspace === "brand" ? "AND a.organisation_id = $2" : "";
	const { rows } = await pool().query<AccountRow>(
		`${ACCOUNTS} WHERE a.id = $1 ${own}`,
		own ? [idOf(shopId), scope.organisationId] : [idOf(shopId)],
	);
	return rows[0] ?? (shopId === null ? null : findUnopened(scope, shopId));
}

/** The account of a brand's shop that nobody has paid a deposit for yet; the first movement opens it. */
async function findUnopened(scope: PlatformScope | BrandScope, shopId: number): Promise<AccountRow | null> {
	const own = scope.workspace === "brand" ? "AND b.organisation_id = $2" : "";
	const { rows } = await pool().query<AccountRow>(
		`SELECT s.id AS "shopId", s.code AS "shopCode", s.name AS "shopName", 0::bigint AS "balanceFen", 0 AS queued,
		        0::bigint AS "queuedFen", NULL AS "lastAt"
		   FROM shops s JOIN brands b ON b.id = s.brand_id
		  WHERE s.id = $1 ${own} AND NOT EXISTS (SELECT FROM trust_accounts a WHERE a.shop_id = s.id)`,
		own ? [shopId, scope.organisationId] : [shopId],
	);
	return rows[0] ?? null;
}

const idOf = (shopId: number | null) => (shopId === null ? "platform" : `shop:${shopId}`);

/** The last entries of an account with the balance each left behind; the caller has found the account. */
export async function listEntries(shopId: number | null): Promise<EntryRow[]> {
	const { rows } = await pool().query<EntryRow>(
		`SELECT e.id, e.kind, e.at, e.change AS "changeFen", e.reason, e.actor_label AS by, e.claim_id AS "claimId",
		        c.number AS "claimNumber", a.balance_fen - coalesce(sum(e.change) OVER (ORDER BY e.at DESC, e.id DESC
		          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::bigint AS "balanceFen"
		   FROM trust_accounts a
		   JOIN LATERAL (SELECT e.*, CASE WHEN e.to_account = a.id THEN e.amount_fen ELSE -e.amount_fen END AS change
		                   FROM trust_entries e WHERE a.id IN (e.from_account, e.to_account)
		                  ORDER BY e.at DESC, e.id DESC LIMIT ${entriesShown}) e ON true
		   LEFT JOIN trust_claims c ON c.id = e.claim_id
		  WHERE a.id = $1 ORDER BY e.at DESC, e.id DESC`,
		[idOf(shopId)],
	);
	return rows;
}
