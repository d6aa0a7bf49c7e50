import { pool } from "@/lib/platform/db/pool";

/** Months without facts are left alone: emptying one costs as much as filling it. */
export async function emptyFacts(): Promise<void> {
	const { rows } = await pool().query<{ tables: string | null }>(
		`SELECT string_agg(relid::text, ', ') AS tables
		   FROM (SELECT * FROM pg_partition_tree('order_lines') UNION ALL SELECT * FROM pg_partition_tree('shop_day_facts')) p
		  WHERE isleaf AND pg_relation_size(relid) > 0`,
	);
	if (rows[0]?.tables) await pool().query(`TRUNCATE ${rows[0].tables}`);
}

/** No facts, shops, bindings or batches; partners stay. */
export async function emptyGmv(): Promise<void> {
	await emptyFacts();
	await pool().query(
		`TRUNCATE retired_facts, order_line_keys, gmv_shop_day_changes, gmv_partner_day_changes, gmv_platform_day_changes, gmv_shop_days, gmv_partner_days, gmv_partner_months, gmv_platform_days,
		          import_rejections, import_batches, live_sessions, live_session_revisions, complaint_days, shop_binding_changes, shop_bindings`,
	);
	await pool().query("DELETE FROM shops");
	await pool().query("DELETE FROM gmv_sources");
}
