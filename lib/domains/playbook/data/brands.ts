import "server-only";
import type { BrandHead, Person } from "@/lib/domains/playbook/types/items";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { AppError } from "@/lib/platform/errors/errors";
import type { BrandScope, PartnerScope, Scope } from "@/lib/platform/session/scope";

const HEAD = Prisma.sql`
	SELECT b.id, b.organisation_id AS "organisationId", b.name, b.kind::text, b.category, b.manager_id AS "managerId",
	       u.name AS "managerName", b.playbook_version AS "playbookVersion", b.playbook_from::text AS "playbookFrom"
	  FROM brands b LEFT JOIN users u ON u.id = b.manager_id`;

/** What of all brands exists for a scope: its own, those it serves today, or every one. */
export function brandsOf(scope: Scope): Prisma.Sql {
	if (scope.workspace === "platform") return Prisma.sql`true`;
	if (scope.workspace === "brand") return Prisma.sql`b.organisation_id = ${scope.organisationId}`;
	return Prisma.sql`serves_brand(${scope.organisationId}, b.id)`;
}

/** @throws AppError NOT_FOUND for a brand that is neither the scope's own nor served by it */
export async function findBrand(scope: Scope, brandId: string, tx: Tx = db()): Promise<BrandHead> {
	const [found] = await tx.$queryRaw<BrandHead[]>`${HEAD} WHERE b.id = ${brandId} AND ${brandsOf(scope)}`;
	if (!found) throw new AppError("NOT_FOUND");
	return found;
}

/** The brand the organisation is; null while it has no record. */
export async function findBrandOf(scope: BrandScope): Promise<BrandHead | null> {
	const [found] = await db().$queryRaw<
		BrandHead[]
	>`${HEAD} WHERE b.organisation_id = ${scope.organisationId}`;
	return found ?? null;
}

export type ServedBrand = BrandHead & {
	open: number;
	overdue: number;
	returned: number;
	proposed: number;
	/** Items whose last hand-in was this partner's and that are done. */
	accepted: number;
};

/**
 * The brands a partner serves today, with what waits for it there and what came of its proposals. An item that was given to
 * somebody waits for their organisation alone, any other partner item for every partner of the brand.
 */
export function listServedBrands(scope: PartnerScope, today: string): Promise<ServedBrand[]> {
	return db().$queryRaw<ServedBrand[]>`
		SELECT h.*, coalesce(n.open, 0)::int AS open, coalesce(n.overdue, 0)::int AS overdue,
		       coalesce(n.proposed, 0)::int AS proposed, coalesce(n.returned, 0)::int AS returned,
		       coalesce(n.accepted, 0)::int AS accepted
		  FROM (${HEAD} WHERE ${brandsOf(scope)}) h
		  LEFT JOIN LATERAL (
		    SELECT count(*) FILTER (WHERE g.is_own AND i.state = 'OPEN') AS open,
		           count(*) FILTER (WHERE g.is_own AND i.state = 'OPEN' AND i.due_on < ${today}::date) AS overdue,
		           count(*) FILTER (WHERE i.state = 'PROPOSED' AND w.is_own) AS proposed,
		           count(*) FILTER (WHERE i.state = 'OPEN' AND w.is_own AND w.answer = 'RETURN') AS returned,
		           count(*) FILTER (WHERE i.state = 'DONE' AND w.is_own) AS accepted
		      FROM playbook_items i
		     CROSS JOIN LATERAL (
		        SELECT CASE WHEN i.assignee_id IS NULL THEN i.owner = 'PARTNER' ELSE EXISTS (
		                 SELECT FROM memberships m WHERE m.user_id = i.assignee_id AND m.organisation_id = ${scope.organisationId})
		               END AS is_own) g
		      LEFT JOIN LATERAL (
		        SELECT e.organisation_id = ${scope.organisationId} AS is_own, a.kind AS answer FROM playbook_events e
		          LEFT JOIN LATERAL (SELECT n.kind FROM playbook_events n WHERE n.item_id = e.item_id
		             AND n.kind IN ('COMPLETE', 'RETURN') AND (n.at, n.id) > (e.at, e.id) ORDER BY n.at, n.id LIMIT 1) a ON true
		         WHERE e.item_id = i.id AND e.kind = 'PROPOSE' ORDER BY e.at DESC, e.id DESC LIMIT 1) w ON true
		     WHERE i.brand_id = h.id AND NOT i.is_retired) n ON true
		 ORDER BY n.overdue DESC NULLS LAST, h.name COLLATE "zh-x-icu"`;
}

/** Who may be mentioned and be given work: the brand's people, its partners', its manager at the platform. */
export function listPeople(brand: BrandHead, tx: Tx = db()): Promise<Person[]> {
	return tx.$queryRaw<Person[]>`
		SELECT DISTINCT u.id, u.name, p.side FROM (
		  SELECT m.user_id, 'BRAND' AS side FROM memberships m WHERE m.organisation_id = ${brand.organisationId}
		  UNION ALL
		  SELECT m.user_id, 'PARTNER' FROM memberships m
		   WHERE m.organisation_kind = 'PARTNER' AND m.organisation_id IN (
		     SELECT p.organisation_id FROM shops s JOIN shop_bindings x ON x.shop_id = s.id JOIN partners p ON p.id = x.partner_id
		      WHERE s.brand_id = ${brand.id} AND x.status = 'CONFIRMED')
		     AND serves_brand(m.organisation_id, ${brand.id})
		  UNION ALL SELECT ${brand.managerId}, 'PLATFORM') p
		  JOIN users u ON u.id = p.user_id AND u.status = 'ACTIVE' ORDER BY p.side, u.name`;
}
