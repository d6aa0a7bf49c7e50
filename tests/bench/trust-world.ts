import { ensurePartitions } from "@/lib/domains/gmv/mutations/partitions";
import { makeRepurchaseReport } from "@/lib/domains/trust/mutations/repurchase/make-report";
import { rollWeeks } from "@/lib/domains/trust/mutations/scorecard/roll-weeks";
import { pool } from "@/lib/platform/db/pool";
import { addDays, businessDayOf, type Day, monthOf, trailingMonths } from "@/lib/platform/time";

export const [LINES, CLAIMS, SHOPS] = [1_000_000, 100_000, 200];
const DAYS = 240;
const weeks = 14;

/** Lines of a year's buyers in two hundred shops, and a claim on every tenth: most paid and over, some decided, some open. */
const statements = [
	`INSERT INTO shops (code, name, category, brand_id)
	 SELECT 'trust-' || n, '信任压测店' || n, '类目' || n % 8, (SELECT id FROM brands ORDER BY id LIMIT 1) FROM generate_series(1, ${SHOPS}) n`,
	`INSERT INTO gmv_sources (code, grain) VALUES ('trust-bench', 'ORDER_LINE')`,
	`CREATE TABLE bench_trust AS
	 SELECT n, s.id AS shop_id, $1::date - (n % ${DAYS})::int AS day, 'b' || hashint8(n) % 60000 AS buyer_id, 2000 + (hashint8(n * 7) & 16383) AS fen
	   FROM generate_series(1, ${LINES}::bigint) n JOIN shops s ON s.code = 'trust-' || (1 + n % ${SHOPS})`,
	`INSERT INTO order_lines (source_id, event_id, line_no, type, occurred_at, day, shop_id, quantity, amount_fen, product_id, product_name, buyer_id, batch_id)
	 SELECT (SELECT id FROM gmv_sources WHERE code = 'trust-bench'), 'T' || n, 1, 'sale', (day + time '10:00') AT TIME ZONE 'Asia/Shanghai', day,
	        shop_id, 1, fen, 'P' || n % 50, '商品' || n % 50, buyer_id, 'bench' FROM bench_trust`,
	`INSERT INTO trust_claims (id, number, key, shop_id, organisation_id, guarantee, source_id, event_id, line_no, paid_at, product_id, product_name,
	        quantity, paid_fen, buyer_id, reason, statement, notice_sent_at, channel, policy_version, screening, verdict, state, version, outcome,
	        amount_fen, reason_codes, decided_at, payer, payment_state, payment_at, due_on, appealable_until, opened_at, responded_at, closed_at)
	 SELECT 'tcl_bench' || n, 'TB-' || n, 'bench:' || n, shop_id, (SELECT organisation_id FROM brands ORDER BY id LIMIT 1),
	        (ARRAY['SEVEN_DAY_RETURN', 'RETURN_FREIGHT', 'REFUND_WITHOUT_RETURN'])[1 + n / 10 % 3]::trust_guarantee,
	        (SELECT id FROM gmv_sources WHERE code = 'trust-bench'), 'T' || n, 1, at, 'P' || n % 50, '商品' || n % 50, 1, fen, buyer_id,
	        (ARRAY['NO_REASON', 'QUALITY', 'DAMAGED', 'WRONG_ITEM', 'NOT_AS_DESCRIBED'])[1 + n / 10 % 5], '压测', at + interval '5 days', 'API', 1,
	        '[]', 'PASS', CASE WHEN is_open THEN 'OPENED' WHEN is_granted THEN 'CLOSED' ELSE 'DECIDED' END::trust_claim_state, 1,
	        CASE WHEN is_open THEN NULL WHEN is_granted THEN 'GRANTED' ELSE 'REFUSED' END::trust_claim_outcome,
	        CASE WHEN is_granted AND NOT is_open THEN fen END, CASE WHEN is_open THEN '{}' ELSE '{PROMISE_APPLIES}' END::text[],
	        CASE WHEN NOT is_open THEN at + interval '6 days' END, CASE WHEN is_granted AND NOT is_open THEN 'SHOP' END::trust_payer,
	        CASE WHEN is_granted AND NOT is_open THEN 'PAID' ELSE 'NONE' END::trust_payment_state,
	        CASE WHEN is_granted AND NOT is_open THEN at + interval '6 days' END, CASE WHEN is_open THEN day + 9 END, day + 21,
	        at + interval '5 days', at + interval '5 days 3 hours', CASE WHEN is_granted AND NOT is_open THEN at + interval '22 days' END
	   FROM (SELECT *, (day + time '10:00') AT TIME ZONE 'Asia/Shanghai' AS at, n % 200 = 0 AS is_open, n % 40 <> 10 AS is_granted
	           FROM bench_trust WHERE n % 10 = 0) c`,
	"DROP TABLE bench_trust",
];

/** Fills the portal's database and makes what its jobs make of it; answers a shop to look at. */
export async function fillTrust(): Promise<{ shopId: number; asOf: Day }> {
	const today = businessDayOf(new Date());
	await ensurePartitions("order_lines", trailingMonths(monthOf(today), 10));
	for (const statement of statements)
		await pool().query(statement, statement.includes("$1") ? [addDays(today, -1)] : []);
	await pool().query("VACUUM ANALYZE order_lines, trust_claims, shops");
	await rollWeeks(today, weeks);
	await makeRepurchaseReport(addDays(today, -1), new Date());
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM shops WHERE code = 'trust-1'");
	return { shopId: rows[0]?.id ?? 0, asOf: addDays(today, -1) };
}
