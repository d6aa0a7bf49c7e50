import "server-only";
import { pageSize } from "@/lib/domains/gmv/constants";
import type { BrandShop, ProposalRow } from "@/lib/domains/gmv/rules/explorer-view";
import type { ProposalFilter } from "@/lib/domains/gmv/schema/proposals";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { BrandScope, PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

const PROPOSAL = `SELECT b.id, b.shop_id AS "shopId", s.code AS "shopCode", s.name AS "shopName", r.name AS brand,
	b.partner_id AS "partnerId", p.name AS "partnerName", b.track_code AS "trackCode", b.from_day AS "fromDay",
	b.to_day AS "toDay", b.status, b.proposed_by AS "proposedBy", b.note, b.created_at AS "proposedAt",
	b.decided_at AS "decidedAt", u.name AS "decidedBy", b.decision_reason AS "decisionReason"
	FROM shop_bindings b JOIN shops s ON s.id = b.shop_id JOIN partners p ON p.id = b.partner_id
	LEFT JOIN brands r ON r.id = s.brand_id LEFT JOIN users u ON u.id = b.decided_by_id`;

/** A confirmed binding that was never proposed is operations' own and no proposal. */
const IS_PROPOSAL = "(b.status <> 'CONFIRMED' OR b.decided_at IS NOT NULL)";

export async function listProposals(
	_scope: PlatformScope,
	filter: ProposalFilter,
): Promise<{ proposals: ProposalRow[]; total: number }> {
	const matches = `b.status = $1::binding_status AND ${IS_PROPOSAL}
		AND ($2 = '' OR s.code ILIKE $3 OR s.name ILIKE $3 OR p.name ILIKE $3)`;
	const values = [filter.state, filter.q, likePattern(filter.q)];
	const [page, count] = await Promise.all([
		pool().query<ProposalRow>(
			`${PROPOSAL} WHERE ${matches}
			  ORDER BY coalesce(b.decided_at, b.created_at) DESC, b.id DESC LIMIT $4 OFFSET $5`,
			[...values, pageSize, (filter.page - 1) * pageSize],
		),
		pool().query<{ total: number }>(
			`SELECT count(*)::int AS total FROM shop_bindings b JOIN shops s ON s.id = b.shop_id
			   JOIN partners p ON p.id = b.partner_id WHERE ${matches}`,
			values,
		),
	]);
	return { proposals: page.rows, total: count.rows[0]?.total ?? 0 };
}

export async function countOpenProposals(_scope: PlatformScope): Promise<number> {
	const { rows } = await pool().query<{ open: number }>(
		"SELECT count(*)::int AS open FROM shop_bindings WHERE status = 'PROPOSED'",
	);
	return rows[0]?.open ?? 0;
}

export async function listShopProposals(_scope: PlatformScope, shopId: number): Promise<ProposalRow[]> {
	const { rows } = await pool().query<ProposalRow>(
		`${PROPOSAL} WHERE b.shop_id = $1 AND b.status <> 'CONFIRMED' ORDER BY b.created_at DESC, b.id DESC LIMIT 50`,
		[shopId],
	);
	return rows;
}

const RECENT = 30;
/** Open ones first, then the latest decisions. */
const OPEN_FIRST = "ORDER BY b.status <> 'PROPOSED', coalesce(b.decided_at, b.created_at) DESC, b.id DESC";

/** Names of the people who decide stay inside the organisations they belong to. */
function withoutDecider(rows: ProposalRow[]): ProposalRow[] {
	return rows.map((row) => ({ ...row, decidedBy: null }));
}

/** Proposals that name the caller's own partner, whoever made them. */
export async function listOwnProposals(scope: PartnerScope): Promise<ProposalRow[]> {
	const { rows } = await pool().query<ProposalRow>(
		`${PROPOSAL} WHERE p.organisation_id = $1 AND ${IS_PROPOSAL} ${OPEN_FIRST} LIMIT $2`,
		[scope.organisationId, RECENT],
	);
	return withoutDecider(rows);
}

/** Proposals for shops of the caller's own brand. */
export async function listBrandProposals(scope: BrandScope): Promise<ProposalRow[]> {
	const { rows } = await pool().query<ProposalRow>(
		`${PROPOSAL} WHERE r.organisation_id = $1 AND ${IS_PROPOSAL} ${OPEN_FIRST} LIMIT $2`,
		[scope.organisationId, RECENT],
	);
	return withoutDecider(rows);
}

/** The shops of the caller's own brand and who has them today. */
export async function listBrandShops(scope: BrandScope, today: Day): Promise<BrandShop[]> {
	const { rows } = await pool().query<BrandShop>(
		`SELECT s.code, s.name, s.region,
		        coalesce(json_agg(json_build_object('partner', p.name, 'trackCode', b.track_code, 'since', b.from_day)
		                 ORDER BY b.track_code) FILTER (WHERE b.id IS NOT NULL), '[]') AS holders
		   FROM brands r JOIN shops s ON s.brand_id = r.id
		   LEFT JOIN shop_bindings b ON b.shop_id = s.id AND b.status = 'CONFIRMED' AND b.from_day <= $2
		    AND (b.to_day IS NULL OR $2 < b.to_day)
		   LEFT JOIN partners p ON p.id = b.partner_id
		  WHERE r.organisation_id = $1 GROUP BY s.id ORDER BY s.code LIMIT 500`,
		[scope.organisationId, today],
	);
	return rows;
}
