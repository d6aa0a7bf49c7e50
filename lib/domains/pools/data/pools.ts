import "server-only";
import type { PoolChange, PoolRecord, PoolRow } from "@/lib/domains/pools/types";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

const columns = `p.id, p.code, p.name_zh AS "nameZh", p.name_en AS "nameEn", p.purpose_zh AS "purposeZh",
	p.purpose_en AS "purposeEn", p.unit, p.total, p.available, p.reserved, p.granted, p.spent, p.expired,
	p.clawed_back AS "clawedBack", p.created_at AS "createdAt"`;

/** The pools' own day, by the database's clock. */
export async function readPoolDay(): Promise<Day> {
	const { rows } = await pool().query<{ today: Day }>("SELECT shanghai_day(pool_now()) AS today");
	return rows[0]?.today ?? "";
}

export async function listPools(_scope: PlatformScope): Promise<PoolRow[]> {
	const { rows } = await pool().query<PoolRow>(
		`SELECT ${columns},
		        EXISTS (SELECT FROM pool_changes c WHERE c.pool_id = p.id AND c.state = 'PROPOSED') AS "hasProposal",
		        (SELECT count(DISTINCT g.partner_id)::int FROM pool_grants g WHERE g.pool_id = p.id) AS partners
		   FROM pools p ORDER BY p.created_at, p.id`,
	);
	return rows;
}

export async function findPool(_scope: PlatformScope, id: string): Promise<PoolRecord | null> {
	const { rows } = await pool().query<PoolRecord>(`SELECT ${columns} FROM pools p WHERE p.id = $1`, [id]);
	return rows[0] ?? null;
}

/** Changes of a pool, the open one first. */
export async function listChanges(_scope: PlatformScope, poolId: string): Promise<PoolChange[]> {
	const { rows } = await pool().query<PoolChange>(
		`SELECT c.id, c.kind, c.amount, c.reason, c.state, c.proposed_by_id AS "proposedById", a.name AS "proposedByName",
		        c.proposed_at AS "proposedAt", b.name AS "decidedByName", c.decided_at AS "decidedAt", c.note
		   FROM pool_changes c LEFT JOIN users a ON a.id = c.proposed_by_id LEFT JOIN users b ON b.id = c.decided_by_id
		  WHERE c.pool_id = $1 ORDER BY (c.state = 'PROPOSED') DESC, c.proposed_at DESC, c.id DESC LIMIT 100`,
		[poolId],
	);
	return rows;
}

export type PartnerChoice = { id: string; name: string; uscc: string; status: string };

/** Partners by a part of their name or credit code, for whoever gives one something. */
export async function findPartnersByName(_scope: PlatformScope, q: string): Promise<PartnerChoice[]> {
	const { rows } = await pool().query<PartnerChoice>(
		`SELECT id, name, uscc, status FROM partners
		  WHERE status <> 'EXITED' AND (name ILIKE $1 OR uscc ILIKE $1 OR id = $2)
		  ORDER BY name COLLATE "zh-x-icu" LIMIT 12`,
		[likePattern(q), q],
	);
	return rows;
}
