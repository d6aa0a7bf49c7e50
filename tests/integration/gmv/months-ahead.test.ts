import { expect, test } from "vitest";
import { jobs } from "@/lib/domains/gmv/jobs";
import { makePartitionsAhead } from "@/lib/domains/gmv/mutations/partitions";
import { pool } from "@/lib/platform/db/pool";
import { businessDayOf, monthOf, shiftMonth } from "@/lib/platform/time";

const tables = ["order_lines", "shop_day_facts"] as const;
const thisMonth = monthOf(businessDayOf(new Date()));
const ahead = [0, 1, 2, 3].map((months) => shiftMonth(thisMonth, months));
const names = tables.flatMap((table) => ahead.map((month) => `${table}_${month.replace("-", "_")}`)).sort();

async function listAhead(): Promise<string[]> {
	const { rows } = await pool().query<{ name: string }>(
		`SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
		  WHERE i.inhparent IN ('order_lines'::regclass, 'shop_day_facts'::regclass) AND c.relname = ANY($1) ORDER BY 1`,
		[names],
	);
	return rows.map(({ name }) => name);
}

test("every night the months to come are made, a quarter ahead, and a batch nobody runs is closed", async () => {
	const job = jobs.find(({ name }) => name === "gmv.months-ahead");
	expect(job?.cron).toMatch(/^\d+ \d+ \* \* \*$/);
	const gone = names.filter((name) => !name.endsWith(thisMonth.replace("-", "_")));
	await pool().query(`DROP TABLE ${gone.join(", ")}`);
	await pool().query("INSERT INTO gmv_sources (code, grain) VALUES ('dead', 'ORDER_LINE')");
	await pool().query(
		"INSERT INTO import_batches (id, source_id, file_name) SELECT 'imp_dead', id, 'x.csv' FROM gmv_sources WHERE code = 'dead'",
	);
	expect(await listAhead()).toHaveLength(tables.length);

	await job?.run({}, { signal: new AbortController().signal });
	expect(await listAhead()).toEqual(names);
	const { rows } = await pool().query("SELECT state, failure FROM import_batches WHERE id = 'imp_dead'");
	expect(rows).toEqual([{ state: "FAILED", failure: "INTERRUPTED" }]);
});

test("what is there already is left alone, and only what is missing is made", async () => {
	await makePartitionsAhead(businessDayOf(new Date()));
	expect(await makePartitionsAhead(businessDayOf(new Date()))).toBe(0);
	const [last = ""] = names.filter((name) => name.startsWith("order_lines")).slice(-1);
	await pool().query(`DROP TABLE ${last}`);
	expect(await makePartitionsAhead(businessDayOf(new Date()))).toBe(1);
	expect(await listAhead()).toEqual(names);
});
