import type { PoolClient } from "pg";
import { addDays, type Day } from "@/lib/platform/time";
import { instantOn } from "./timeline";

const source = "demo-complaints";
const daysOfComplaints = 98;

/** Complaints of every day, none among them, of the shops whose orders are told line by line; one day in sixteen has some. */
export async function writeComplaints(client: PoolClient, today: Day): Promise<void> {
	const at = instantOn(addDays(today, -1), 23);
	const { rows } = await client.query<{ id: number }>(
		"INSERT INTO gmv_sources (code, grain, is_demo) VALUES ($1, 'COMPLAINT_DAY', true) RETURNING id",
		[source],
	);
	const batch = "bat_demo_complaints";
	await client.query(
		`INSERT INTO import_batches (id, source_id, file_name, state, started_at, finished_at, known_at)
		 VALUES ($1, $2, 'complaints.csv', 'DONE', $3, $3, $3)`,
		[batch, rows[0]?.id, at],
	);
	const { rowCount } = await client.query(
		`INSERT INTO complaint_days (shop_code, day, kind, revision, complaints, batch_id)
		 SELECT s.code, day::date, kind, 1, greatest(0, (hashtext(s.code || day || kind::text) & 15) - 14), $1
		   FROM (SELECT DISTINCT s.code FROM order_lines l JOIN shops s ON s.id = l.shop_id JOIN gmv_sources g ON g.id = l.source_id AND g.is_demo) s,
		        generate_series($2::date - $3::int, $2::date - 1, interval '1 day') day, unnest(enum_range(NULL::complaint_kind)) kind`,
		[batch, today, daysOfComplaints],
	);
	await client.query("UPDATE import_batches SET lines = $2, accepted = $2 WHERE id = $1", [batch, rowCount]);
}
