import "server-only";
import { leastPeers } from "@/lib/domains/trust/constants/scorecard";
import { scorecardOf } from "@/lib/domains/trust/rules/scorecard/scorecard";
import { type ScoreFilter, scorePageSize } from "@/lib/domains/trust/schema/scorecard";
import type { Count, IndicatorCode, WeekCounts } from "@/lib/domains/trust/types/scorecard";
import type { ScoreCase, ScoreRow, ShopScorecard } from "@/lib/domains/trust/types/scorecard-views";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import type { BrandScope, PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

type Scope = PlatformScope | BrandScope;
/** Weeks a card looks back on. */
export const weeksShown = 12;
const comparedWeeks = 4;
const casesShown = 12;

/** The last week that was rolled up before \`today\`'s own, which is not over; null before there is one. */
export async function findLastWeek(today: Day): Promise<Day | null> {
	const { rows } = await pool().query<{ week: Day | null }>(
		"SELECT max(week) AS week FROM trust_score_weeks WHERE week + 6 < $1::date",
		[today],
	);
	return rows[0]?.week ?? null;
}

const orders = {
	score: "w.score NULLS LAST, s.id",
	change: "w.change NULLS LAST, s.id",
	name: "s.name NULLS LAST, s.id",
} as const;

/** Shops with a score of a week, the worst first unless sorted otherwise. */
export async function listScores(
	_scope: PlatformScope,
	week: Day,
	{ q, sort, page }: ScoreFilter,
): Promise<{ rows: ScoreRow[]; total: number }> {
	const values: unknown[] = [week];
	const use = (value: unknown) => `$${values.push(value)}`;
	const where = q ? `AND (s.code = ${use(q)} OR s.name ILIKE ${use(likePattern(q))})` : "";
	const from = `FROM trust_score_shops w JOIN shops s ON s.id = w.shop_id WHERE w.week = $1 ${where}`;
	const [rows, counted] = await Promise.all([
		pool().query<ScoreRow>(
			`SELECT s.id AS "shopId", s.code AS "shopCode", s.name AS "shopName", s.category, w.score, w.change,
			        ARRAY[w.browse, w.buy, w.sell, w.use, w.serve] AS stages, w.pull, w.points
			   ${from} ORDER BY ${orders[sort]} LIMIT ${scorePageSize} OFFSET ${(page - 1) * scorePageSize}`,
			values,
		),
		pool().query<{ count: number }>(`SELECT count(*)::int AS count ${from}`, values),
	]);
	return { rows: rows.rows, total: counted.rows[0]?.count ?? 0 };
}

/** The brand's own shops, for choosing one. */
export async function listOwnShops(scope: BrandScope): Promise<{ id: number; name: string }[]> {
	const { rows } = await pool().query<{ id: number; name: string }>(
		`SELECT s.id, coalesce(s.name, s.code) AS name FROM shops s JOIN brands b ON b.id = s.brand_id
		  WHERE b.organisation_id = $1
		  ORDER BY EXISTS (SELECT FROM trust_score_shops w WHERE w.shop_id = s.id) DESC, s.name, s.id`,
		[scope.organisationId],
	);
	return rows;
}

type Row = { week: Day; indicator: IndicatorCode } & Count;

/** A shop's card of a week. @throws AppError NOT_FOUND for a foreign or unknown shop */
export async function findScorecard(scope: Scope, shopId: number, week: Day): Promise<ShopScorecard> {
	const own = scope.workspace === "brand" ? "AND b.organisation_id = $2" : "";
	const [shops, counts, peers, cases] = await Promise.all([
		pool().query<{ code: string; name: string | null; category: string | null }>(
			`SELECT s.code, s.name, s.category FROM shops s LEFT JOIN brands b ON b.id = s.brand_id WHERE s.id = $1 ${own}`,
			own ? [shopId, scope.organisationId] : [shopId],
		),
		pool().query<Row>(
			`SELECT week, indicator, events, over FROM trust_score_counts
			  WHERE shop_id = $1 AND week BETWEEN $2::date - ${(weeksShown - 1) * 7} AND $2::date`,
			[shopId, week],
		),
		pool().query<{ indicator: IndicatorCode; median: number; shops: number }>(
			`SELECT p.indicator, p.median, p.shops FROM trust_score_peers p JOIN shops s ON s.category = p.category
			  WHERE s.id = $1 AND p.week = $2`,
			[shopId, week],
		),
		listCases(shopId, week),
	]);
	const [shop] = shops.rows;
	if (!shop) throw new AppError("NOT_FOUND");
	const weeks = Array.from({ length: weeksShown }, (_, at) => {
		const day = addDays(week, -7 * (weeksShown - 1 - at));
		return { week: day, counts: countsOf(counts.rows.filter((row) => row.week === day)) };
	});
	const before = weeks.slice(-1 - comparedWeeks, -1).map((one) => one.counts);
	const card = scorecardOf({ week: weeks.at(-1)?.counts ?? {}, before, peers: [] });
	const usual = new Map(
		peers.rows.filter((row) => row.shops >= leastPeers).map((row) => [row.indicator, row.median]),
	);
	return {
		...{ shopId, shopCode: shop.code, shopName: shop.name, category: shop.category, week, weeks, cases },
		card: {
			...card,
			readings: card.readings.map((one) => ({ ...one, peersMedian: usual.get(one.code) ?? null })),
		},
	};
}

function countsOf(rows: readonly Row[]): WeekCounts {
	return Object.fromEntries(rows.map(({ indicator, events, over }) => [indicator, { events, over }]));
}

/** The claims a week's indicators count, the newest of each. */
async function listCases(shopId: number, week: Day): Promise<ScoreCase[]> {
	const { rows } = await pool().query<ScoreCase>(
		`SELECT id, number, indicator, "productName", reason FROM (
		   SELECT c.id, c.number, i.indicator, c.product_name AS "productName", c.reason,
		          row_number() OVER (PARTITION BY i.indicator ORDER BY c.opened_at DESC, c.id) AS place
		     FROM trust_claims c
		    CROSS JOIN LATERAL (VALUES
		      ('MISDESCRIBED', c.reason = 'NOT_AS_DESCRIBED'), ('WRONG_OR_MISSING', c.reason IN ('WRONG_ITEM', 'MISSING_PARTS')),
		      ('QUALITY_RETURNS', c.reason IN ('QUALITY', 'DAMAGED', 'SPOILED')),
		      ('COUNTERFEITS', c.guarantee = 'TENFOLD_COMPENSATION' AND c.outcome = 'GRANTED'), ('OVERDUE', c.was_overdue)
		    ) i(indicator, counts)
		    CROSS JOIN LATERAL (SELECT CASE WHEN i.indicator IN ('COUNTERFEITS', 'OVERDUE') THEN c.decided_at ELSE c.opened_at END AS at) w
		    WHERE c.shop_id = $1 AND i.counts AND w.at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai'
		      AND w.at < ($2::date + 7)::timestamp AT TIME ZONE 'Asia/Shanghai'
		      AND c.opened_at >= ($2::date - 35)::timestamp AT TIME ZONE 'Asia/Shanghai') found
		  WHERE place <= 3 ORDER BY indicator, place LIMIT ${casesShown}`,
		[shopId, week],
	);
	return rows;
}
