import { pool } from "@/lib/platform/db/pool";

/** No facts, shops, bindings or batches; partners stay. */
export async function emptyGmv(): Promise<void> {
	await pool().query(
		`TRUNCATE order_lines, shop_day_facts, gmv_shop_days, gmv_partner_days, gmv_partner_months, gmv_platform_days,
		          import_rejections, import_batches, shop_bindings`,
	);
	await pool().query("DELETE FROM shops");
	await pool().query("DELETE FROM gmv_sources");
}
