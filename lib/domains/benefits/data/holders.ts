import "server-only";
import type { ClientBase, Pool } from "pg";
import { type ChannelMix, reachedStep } from "@/lib/domains/benefits/rules/brand-step";
import type { Holder } from "@/lib/domains/benefits/types";
import type { Day } from "@/lib/platform/time";

/** Where it is read: outside, or inside the transaction that decides on it. */
export type Door = Pool | ClientBase;
export type HolderWorkspace = "partner" | "brand";

const partnerColumns = `p.name, p.id AS "partnerId", p.tier, p.status::text AS status,
	coalesce(p.benefits_frozen_from <= shanghai_day(pool_now()), false) AS "isFrozen",
	ARRAY(SELECT t.track_code FROM partner_tracks t WHERE t.partner_id = p.id ORDER BY 1) AS tracks`;

const nobody = { name: "", partnerId: null, tier: null, tracks: [], step: null, isFrozen: false } as const;

/** The business day by the database's own clock, the same that limits the ledger. */
export async function readBenefitDay(door: Door): Promise<Day> {
	const { rows } = await door.query<{ today: Day }>("SELECT shanghai_day(pool_now()) AS today");
	return rows[0]?.today ?? "";
}

/** Who an organisation is when it asks for a benefit; standing NONE where it was never admitted. */
export function readHolder(door: Door, workspace: HolderWorkspace, organisationId: string): Promise<Holder> {
	return workspace === "partner" ? readPartner(door, organisationId) : readBrand(door, organisationId);
}

async function readPartner(door: Door, organisationId: string): Promise<Holder> {
	const { rows } = await door.query<Omit<Holder, "kind" | "step">>(
		`SELECT ${partnerColumns} FROM partners p
		  WHERE p.organisation_id = $1 ORDER BY p.status = 'EXITED', p.created_at DESC LIMIT 1`,
		[organisationId],
	);
	return { kind: "PARTNER", ...(rows[0] ? { ...rows[0], step: null } : { ...nobody, status: "NONE" }) };
}

type BrandRow = ChannelMix & { name: string; partnerId: string | null };

/** The brand's standing by the sales of its shops in 28 whole days, and the partner that operates them today. */
async function readBrand(door: Door, organisationId: string): Promise<Holder> {
	const { rows } = await door.query<BrandRow>(
		`SELECT b.name, c.partner_id AS "partnerId", m.distribution, m.public, m."selfLive", m.private, m.total
		   FROM brands b
		   LEFT JOIN LATERAL (
		     SELECT s.partner_id FROM shop_bindings s
		       JOIN shops x ON x.id = s.shop_id JOIN partners p ON p.id = s.partner_id
		      WHERE x.brand_id = b.id AND s.status = 'CONFIRMED' AND p.status IN ('ACTIVE', 'PROBATION')
		        AND s.from_day <= shanghai_day(pool_now()) AND (s.to_day IS NULL OR s.to_day > shanghai_day(pool_now()))
		      ORDER BY s.from_day, s.id LIMIT 1) c ON true
		   CROSS JOIN LATERAL (
		     SELECT coalesce(sum(net) FILTER (WHERE channel = 'distribution'), 0)::bigint AS distribution,
		            coalesce(sum(net) FILTER (WHERE channel = 'public'), 0)::bigint AS public,
		            coalesce(sum(net) FILTER (WHERE channel = 'self_live'), 0)::bigint AS "selfLive",
		            coalesce(sum(net) FILTER (WHERE channel = 'private'), 0)::bigint AS private,
		            coalesce(sum(net), 0)::bigint AS total
		       FROM (SELECT d.channel, d.paid_fen - d.refunded_fen AS net FROM gmv_shop_days d JOIN shops x ON x.id = d.shop_id
		              WHERE x.brand_id = b.id AND d.day >= shanghai_day(pool_now()) - 28 AND d.day < shanghai_day(pool_now())) n) m
		  WHERE b.organisation_id = $1`,
		[organisationId],
	);
	const row = rows[0];
	if (!row) return { kind: "BRAND", ...nobody, status: "NONE" };
	const { name, partnerId } = row;
	return { kind: "BRAND", ...nobody, name, partnerId, status: "ACTIVE", step: reachedStep(row) };
}

/** Every partner that has not left, each with how often it used a benefit since a day. */
export async function listPartnerHolders(
	door: Door,
	benefitId: string,
	since: Day,
): Promise<{ holder: Holder; usedInPeriod: number }[]> {
	const { rows } = await door.query<Omit<Holder, "kind" | "step"> & { used: number }>(
		`SELECT ${partnerColumns}, coalesce(u.used, 0)::int AS used FROM partners p
		   LEFT JOIN (SELECT organisation_id, count(*) AS used FROM benefit_applications
		               WHERE benefit_id = $1 AND state NOT IN ('REFUSED', 'WITHDRAWN', 'CLAWED_BACK')
		                 AND shanghai_day(created_at) >= $2::date GROUP BY 1) u ON u.organisation_id = p.organisation_id
		  WHERE p.status <> 'EXITED'`,
		[benefitId, since],
	);
	return rows.map(({ used, ...row }) => ({
		holder: { kind: "PARTNER", ...row, step: null },
		usedInPeriod: used,
	}));
}

export async function listBrandOrganisations(door: Door): Promise<string[]> {
	const { rows } = await door.query<{ id: string }>(
		"SELECT organisation_id AS id FROM brands ORDER BY id LIMIT 500",
	);
	return rows.map(({ id }) => id);
}
