import type { PoolClient } from "pg";
import { judgeDay, sumNets } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { addDays, businessDayOf, type Day } from "@/lib/platform/time";

export const BRANDS = 5_000;
/** Yesterday of the portal that shows it: the last day judged before the one that is measured is the day before. */
export const lastDay = (): Day => addDays(businessDayOf(new Date()), -1);

const brands = `brand AS (SELECT n, 'brd_bench' || n AS id, 'org_bench_brand' || n AS org, 'bench-shop-' || n AS code FROM generate_series(1, $1::int) n)`;
const shops = `shop AS (SELECT s.id, s.code, replace(s.code, 'bench-shop-', '')::int AS n FROM shops s WHERE s.code LIKE 'bench-shop-%' AND $1::int > 0)`;

/** Brands `$1` up to the day `$2`: forty items, a shop and two years of its days each, and what the criteria read of its last weeks. */
const statements = [
	`WITH ${brands} INSERT INTO organisations (id, kind, name) SELECT org, 'BRAND', '压测品牌' || n FROM brand`,
	`WITH ${brands} INSERT INTO brands (id, organisation_id, name, kind, category, playbook_version, playbook_from, manager_id)
	 SELECT id, org, '压测品牌' || n, (ARRAY['WELL_KNOWN', 'NEW_CONSUMPTION'])[1 + n % 2]::brand_kind, '类目' || n % 20, 1, $2::date - 200,
	        (SELECT user_id FROM memberships WHERE role = 'ops_lead' ORDER BY user_id LIMIT 1) FROM brand`,
	`WITH ${brands} INSERT INTO shops (code, name, brand_id) SELECT code, code, id FROM brand`,
	`WITH ${brands} INSERT INTO playbook_items (id, brand_id, key, template_version, step, position, owner, is_required, evidence_kind, due_on, state, moved_at)
	 SELECT 'pbi_bench' || n || '_' || k, id, 'bench-' || k, 1, 1 + k / 8, k, 'BRAND', k % 8 < 6, 'NONE', $2::date - 100 + k * 5,
	        (CASE WHEN k < n % 45 THEN 'DONE' ELSE 'OPEN' END)::playbook_item_state, now() FROM brand, generate_series(0, 39) k`,
	`WITH ${shops} INSERT INTO gmv_shop_days (day, shop_id, channel, source_id, paid_fen, refunded_fen)
	 SELECT $2::date - d, id, (ARRAY['distribution', 'public', 'self_live', 'private'])[1 + (n + d) % 4]::sale_channel, 1,
	        100000 + (hashint8(n * 731::int8 + d) & 65535), 1000 FROM shop, generate_series(0, 729) d`,
	`WITH ${shops} INSERT INTO playbook_products (shop_id, product_id, first_distribution_day, baseline_kind, baseline_eighths)
	 SELECT id, 'p' || p, $2::date - 34, 'OWN', 200000 + n % 90 * 10000 FROM shop, generate_series(1, 4) p`,
	`WITH ${shops} INSERT INTO playbook_product_days (shop_id, product_id, day, paid_fen, refunded_fen, distribution_fen, distribution_sales, week_fen, week_sales)
	 SELECT id, 'p' || p, $2::date - d, 50000, 0, 20000, 5, 100000 + (n * p + d) % 70 * 1000, 30 FROM shop, generate_series(1, 4) p, generate_series(0, 34) d`,
	`WITH ${shops} INSERT INTO playbook_streamer_days (shop_id, streamer_id, day, distribution_fen, sales)
	 SELECT id, 's' || (d + n) % 14, $2::date - d, 20000, 5 FROM shop, generate_series(0, 29) d`,
	`WITH ${shops} INSERT INTO playbook_buyer_days (shop_id, buyer_id, day)
	 SELECT id, 'b' || (d * 3 + b + n) % 60, $2::date - d FROM shop, generate_series(0, 70) d, generate_series(1, 2) b`,
	`WITH ${shops} INSERT INTO live_sessions (shop_code, session_id, kind, started_at, ended_at, day, minutes, paid_fen)
	 SELECT code, 'l' || d, 'self_live', $2::date - d + time '10:00', $2::date - d + time '14:00', $2::date - d, 240, 1000
	   FROM shop, generate_series(0, 27) d WHERE d % 28 < 15 + n % 13`,
];

const tables = `playbook_items, playbook_item_sums, playbook_data_sums, gmv_shop_days, gmv_shop_months, playbook_products, playbook_product_days,
	playbook_streamer_days, playbook_buyer_days, live_sessions, playbook_brand_days, playbook_steps, shops, brands`;

/** Fills a portal's database with the brands and judges them once, for the day before the last. */
export async function fillBrands(client: PoolClient): Promise<void> {
	const before = addDays(lastDay(), -1);
	for (const statement of statements)
		await client.query(statement, statement.includes("$2") ? [BRANDS, lastDay()] : [BRANDS]);
	await client.query(`VACUUM ANALYZE ${tables}`);
	await judgeDay(client, before);
	await client.query(
		`INSERT INTO playbook_brand_days
		 SELECT (json_populate_record(b, json_build_object('day', b.day - d))).* FROM playbook_brand_days b, generate_series(1, 27) d
		  WHERE b.day = $1::date AND b.brand_id LIKE 'brd_bench%'`,
		[before],
	);
	await sumNets(client, lastDay());
	await client.query(`VACUUM ANALYZE ${tables}`);
}
