import "server-only";
import { PAGE_SIZE } from "@/lib/domains/pools/constants";
import type { PoolQuery } from "@/lib/domains/pools/schema";
import type { GrantRecord, MovementRecord, OwnGrant } from "@/lib/domains/pools/types";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";

const grantColumns = `g.id, g.pool_id AS "poolId", g.partner_id AS "partnerId", g.benefit_code AS "benefitCode", g.purpose,
	g.expires_on AS "expiresOn", g.granted_on AS "grantedOn", g.reserved, g.open, g.spent, g.expired,
	g.clawed_back AS "clawedBack", g.released, g.created_at AS "createdAt"`;

const ofState = {
	"": "true",
	open: "g.open > 0",
	reserved: "g.reserved > 0",
	ended: "g.open = 0 AND g.reserved = 0",
} as const;

type Page<Row> = { rows: Row[]; total: number };
type Counted<Row> = Row & { total: bigint };

function toPage<Row>(rows: Counted<Row>[]): Page<Row> {
	return { rows, total: Number(rows[0]?.total ?? 0n) };
}

/** Grants of a pool, the newest first. */
export async function listGrants(
	_scope: PlatformScope,
	poolId: string,
	{ q, state, page }: PoolQuery,
): Promise<Page<GrantRecord>> {
	const { rows } = await pool().query<Counted<GrantRecord>>(
		`SELECT ${grantColumns}, x.name AS "partnerName", count(*) OVER () AS total
		   FROM pool_grants g JOIN partners x ON x.id = g.partner_id
		  WHERE g.pool_id = $1 AND ($2 = '' OR x.name ILIKE $3 OR x.uscc ILIKE $3 OR g.purpose ILIKE $3 OR g.id = $2)
		    AND ${ofState[state]}
		  ORDER BY g.created_at DESC, g.id DESC LIMIT ${PAGE_SIZE} OFFSET $4`,
		[poolId, q, likePattern(q), (page - 1) * PAGE_SIZE],
	);
	return toPage(rows);
}

/** The movements of a pool, the newest first. */
export async function listMovements(
	_scope: PlatformScope,
	poolId: string,
	{ q, kind, from, to, page }: PoolQuery,
): Promise<Page<MovementRecord>> {
	const { rows } = await pool().query<Counted<MovementRecord>>(
		`SELECT m.id, m.kind, m.from_account AS "fromAccount", m.to_account AS "toAccount", m.amount, m.grant_id AS "grantId",
		        m.partner_id AS "partnerId", x.name AS "partnerName", m.actor_label AS "actorLabel", m.reason,
		        m.at, m.booked_on AS "bookedOn", count(*) OVER () AS total
		   FROM pool_movements m LEFT JOIN partners x ON x.id = m.partner_id
		  WHERE m.pool_id = $1 AND ($2 = '' OR m.kind::text = $2)
		    AND ($3 = '' OR x.name ILIKE $4 OR m.reason ILIKE $4 OR m.actor_label ILIKE $4 OR m.id = $3 OR m.grant_id = $3)
		    AND ($5::date IS NULL OR m.booked_on >= $5::date) AND ($6::date IS NULL OR m.booked_on <= $6::date)
		  ORDER BY m.booked_on DESC, m.at DESC, m.id DESC LIMIT ${PAGE_SIZE} OFFSET $7`,
		[poolId, kind, q, likePattern(q), from || null, to || null, (page - 1) * PAGE_SIZE],
	);
	return toPage(rows);
}

/** What the partner was given and still holds, then what has ended; the soonest to expire first. */
export async function listOwnGrants(scope: PartnerScope): Promise<OwnGrant[]> {
	const { rows } = await pool().query<OwnGrant>(
		`SELECT ${grantColumns}, p.name_zh AS "poolNameZh", p.name_en AS "poolNameEn", p.unit
		   FROM pool_grants g JOIN pools p ON p.id = g.pool_id
		  WHERE g.organisation_id = $1
		  ORDER BY (g.open > 0 OR g.reserved > 0) DESC, g.expires_on NULLS LAST, g.created_at DESC, g.id LIMIT 200`,
		[scope.organisationId],
	);
	return rows;
}
