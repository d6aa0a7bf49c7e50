import "server-only";
import { suspensionAppealDays } from "@/lib/domains/trust/constants/card";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { readStanding } from "@/lib/domains/trust/data/card/standing";
import { readGuaranteePolicy } from "@/lib/domains/trust/data/policies";
import { eligibilityOf, isEligible } from "@/lib/domains/trust/rules/card/eligibility";
import { type CardFilter, cardPageSize } from "@/lib/domains/trust/schema/card";
import type {
	CardLine,
	CardRow,
	ShopCard,
	Suspension,
	SuspensionReason,
} from "@/lib/domains/trust/types/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import { db } from "@/lib/platform/db/client";
import type { TrustHolding, TrustSuspension } from "@/lib/platform/db/generated/client";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import type { BrandScope, PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";

type Scope = PlatformScope | BrandScope;

const CARDS = `SELECT s.id AS "shopId", s.code AS "shopCode", s.name AS "shopName", b.name AS "brandName",
		ARRAY(SELECT h.guarantee::text FROM trust_holdings h WHERE h.shop_id = s.id AND h.held_to IS NULL ORDER BY h.guarantee) AS held,
		ARRAY(SELECT x.guarantee::text FROM trust_suspensions x WHERE x.shop_id = s.id AND x.to_at IS NULL ORDER BY x.guarantee) AS suspended,
		(SELECT count(*)::int FROM trust_suspensions x WHERE x.shop_id = s.id AND x.appeal_state = 'OPEN') AS appeals,
		coalesce((SELECT balance_fen FROM trust_accounts a WHERE a.shop_id = s.id), 0)::bigint AS "depositFen",
		(SELECT max(e.at) FROM trust_card_events e WHERE e.shop_id = s.id) AS "lastAt"
	  FROM shops s JOIN brands b ON b.id = s.brand_id`;

const states = {
	held: "EXISTS (SELECT FROM trust_holdings h WHERE h.shop_id = s.id AND h.held_to IS NULL)",
	suspended: "EXISTS (SELECT FROM trust_suspensions x WHERE x.shop_id = s.id AND x.to_at IS NULL)",
	appealed: "EXISTS (SELECT FROM trust_suspensions x WHERE x.shop_id = s.id AND x.appeal_state = 'OPEN')",
	none: "NOT EXISTS (SELECT FROM trust_holdings h WHERE h.shop_id = s.id AND h.held_to IS NULL)",
} as const;

/** Cards of the shops that belong to a brand, appeals first, then by their last change: all of them to operations, its own to a brand. */
export async function listCards(
	scope: Scope,
	filter: CardFilter,
): Promise<{ rows: CardRow[]; total: number }> {
	const values: unknown[] = [];
	const use = (value: unknown) => `$${values.push(value)}`;
	const parts = ["true"];
	if (scope.workspace === "brand") parts.push(`b.organisation_id = ${use(scope.organisationId)}`);
	if (filter.state) parts.push(states[filter.state]);
	if (filter.guarantee)
		parts.push(`EXISTS (SELECT FROM trust_holdings h WHERE h.shop_id = s.id AND h.held_to IS NULL
			AND h.guarantee = ${use(filter.guarantee)}::trust_guarantee)`);
	if (filter.q) {
		const like = use(likePattern(filter.q));
		parts.push(`(s.code = ${use(filter.q)} OR s.name ILIKE ${like} OR b.name ILIKE ${like})`);
	}
	const where = parts.join(" AND ");
	const [page, counted] = await Promise.all([
		pool().query<CardRow>(
			`${CARDS} WHERE ${where} ORDER BY appeals DESC, "lastAt" DESC NULLS LAST, s.name, s.id
			  LIMIT ${cardPageSize} OFFSET ${(filter.page - 1) * cardPageSize}`,
			values,
		),
		pool().query<{ count: number }>(
			`SELECT count(*)::int AS count FROM shops s JOIN brands b ON b.id = s.brand_id WHERE ${where}`,
			values,
		),
	]);
	return { rows: page.rows, total: counted.rows[0]?.count ?? 0 };
}

/** A shop's card as it stands at a moment, with its timeline. @throws AppError NOT_FOUND for a foreign shop, or one without a brand */
export async function findCard(scope: Scope, shopId: number, now: Date): Promise<ShopCard> {
	const shop = await db().shop.findFirst({
		where: {
			id: shopId,
			brand: scope.workspace === "brand" ? { organisationId: scope.organisationId } : { isNot: null },
		},
		include: {
			brand: { select: { name: true } },
			trustHoldings: { orderBy: { heldFrom: "desc" } },
			trustSuspensions: { where: { toAt: null } },
			trustCardEvents: { orderBy: { id: "desc" }, take: 200 },
		},
	});
	if (!shop?.brand) throw new AppError("NOT_FOUND");
	const standing = await readStanding(db(), shopId, now);
	const lines = await Promise.all(
		guarantees.map(async (guarantee): Promise<CardLine> => {
			const holdings = shop.trustHoldings.filter((one) => one.guarantee === guarantee);
			const suspended = shop.trustSuspensions.find((one) => one.guarantee === guarantee);
			const checks = eligibilityOf(guarantee, standing);
			return {
				...lineOf(guarantee, holdings, suspended),
				suspension: suspended ? suspensionOf(suspended, scope, now) : null,
				termsInForce: (await readGuaranteePolicy(guarantee, businessDayOf(now))).version,
				checks,
				isEligible: isEligible(checks),
			};
		}),
	);
	return {
		...{ shopId, shopCode: shop.code, shopName: shop.name, brandName: shop.brand.name, lines },
		depositFen: standing.depositFen,
		events: shop.trustCardEvents,
	};
}

function lineOf(
	guarantee: Guarantee,
	/** The newest first. */
	holdings: readonly TrustHolding[],
	suspended: TrustSuspension | undefined,
) {
	const held = holdings.find(({ heldTo }) => heldTo === null);
	return {
		guarantee,
		state: held ? (suspended ? "SUSPENDED" : "HELD") : "NONE",
		termsAgreed: held?.termsVersion ?? null,
		heldFrom: held ? sinceOf(holdings) : null,
		orderCeilingFen: held?.orderCeilingFen ?? null,
		buyerCeilingFen: held?.buyerCeilingFen ?? null,
	} as const;
}

/** Since when without a gap: newer terms and other ceilings do not begin it anew. */
function sinceOf(holdings: readonly TrustHolding[]): Date | null {
	return holdings.reduce<Date | null>(
		(since, { heldFrom, heldTo }) => (!since || heldTo?.getTime() === since.getTime() ? heldFrom : since),
		null,
	);
}

function suspensionOf(row: TrustSuspension, scope: Scope, now: Date): Suspension {
	const { id, note, fromAt, byName, appealState, appealStatement, appealNote } = row;
	const until = addDays(businessDayOf(fromAt), suspensionAppealDays);
	return {
		...{ id, note, fromAt, byName, appealState, appealStatement, appealNote },
		reasonCode: row.reasonCode as SuspensionReason,
		appealDueOn: row.appealDueOn?.toISOString().slice(0, 10) ?? null,
		isAppealable: appealState === null && businessDayOf(now) <= until,
		isOwn: row.byId === scope.userId,
	};
}
