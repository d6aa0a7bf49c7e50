import "server-only";
import type { ClientBase, Pool } from "pg";
import type { Holder } from "@/lib/domains/benefits/types";
import { readReachedSteps } from "@/lib/domains/playbook/data/reached-steps";
import type { Day } from "@/lib/platform/time";
import { counts } from "./counted";

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

type BrandRow = { id: string; name: string; partnerId: string | null; organisationId: string };

/** Brands with the partner that operates their shops today, and the STEPS step they have reached by the playbook. */
async function readBrands(
	door: Door,
	organisationId: string | null,
): Promise<(BrandRow & { step: number })[]> {
	const { rows } = await door.query<BrandRow>(
		`SELECT b.id, b.name, b.organisation_id AS "organisationId", c.partner_id AS "partnerId"
		   FROM brands b
		   LEFT JOIN LATERAL (
		     SELECT s.partner_id FROM shop_bindings s
		       JOIN shops x ON x.id = s.shop_id JOIN partners p ON p.id = s.partner_id
		      WHERE x.brand_id = b.id AND s.status = 'CONFIRMED' AND p.status IN ('ACTIVE', 'PROBATION')
		        AND s.from_day <= shanghai_day(pool_now()) AND (s.to_day IS NULL OR s.to_day > shanghai_day(pool_now()))
		      ORDER BY s.from_day, s.id LIMIT 1) c ON true
		  WHERE $1::text IS NULL OR b.organisation_id = $1 ORDER BY b.id LIMIT 500`,
		[organisationId],
	);
	const steps = await readReachedSteps(
		door,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => ({ ...row, step: steps.get(row.id) ?? 0 }));
}

function toBrandHolder({ name, partnerId, step }: BrandRow & { step: number }): Holder {
	return { kind: "BRAND", ...nobody, name, partnerId, status: "ACTIVE", step };
}

async function readBrand(door: Door, organisationId: string): Promise<Holder> {
	const [row] = await readBrands(door, organisationId);
	return row ? toBrandHolder(row) : { kind: "BRAND", ...nobody, status: "NONE" };
}

const USED = `SELECT organisation_id AS id, count(*)::int AS used FROM benefit_applications
	 WHERE benefit_id = $1 AND ${counts("state")} AND shanghai_day(created_at) >= $2::date GROUP BY 1`;

type Candidate = { holder: Holder; usedInPeriod: number };

/** Every partner that has not left, each with how often it used a benefit since a day. */
export async function listPartnerHolders(door: Door, benefitId: string, since: Day): Promise<Candidate[]> {
	const { rows } = await door.query<Omit<Holder, "kind" | "step"> & { used: number }>(
		`SELECT ${partnerColumns}, coalesce(u.used, 0)::int AS used FROM partners p
		   LEFT JOIN (${USED}) u ON u.id = p.organisation_id
		  WHERE p.status <> 'EXITED'`,
		[benefitId, since],
	);
	return rows.map(({ used, ...row }) => ({
		holder: { kind: "PARTNER", ...row, step: null },
		usedInPeriod: used,
	}));
}

/** The same of brands. */
export async function listBrandHolders(door: Door, benefitId: string, since: Day): Promise<Candidate[]> {
	const { rows } = await door.query<{ id: string; used: number }>(USED, [benefitId, since]);
	const used = new Map(rows.map((row) => [row.id, row.used]));
	return (await readBrands(door, null)).map((row) => ({
		holder: toBrandHolder(row),
		usedInPeriod: used.get(row.organisationId) ?? 0,
	}));
}
